"""Words to places: written coordinates, names, seas and relative expressions, and questions about positions."""
