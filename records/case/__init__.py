"""The built-in case: US boat strikes since September 2025 and what surrounds them, as data with its sources."""
