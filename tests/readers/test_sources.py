"""The layouts of known sources, each with a table of our own writing in that layout."""

import pytest

ASAM = (
    "reference,date,position,navArea,subreg,hostility,victim,description,\r\n"
    '2031-001,2031-02-03,"1°02\'00""N \n105°05\'00""E",XI,71,Boarding,Bulk carrier SAMPLE,'
    '"INDONESIA: On 3 February three robbers boarded the bulk carrier SAMPLE. They left with rope.",\r\n'
    '2031-002,2031-02-04,"12°30\'00""N\n047°00\'00""E",IX,62,,Two yachts,'
    '"GULF OF ADEN: Two yachts were approached by a skiff.",\r\n'
)
UKMTO = (
    "title,date,details,location,incident_id,event_type,days_since,recency_weight\n"
    "Attack #7,2031-02-03,A vessel reports an explosion 12NM east of Sample Town. All are safe.,NA,7,Attack,1.0,0.5\n"
    "Advisory #8,2031-02-03,Two reports this week.,NA,8,Advisory,1.0,0.5\n"
)
BENDEN = (
    "date,time,longitude,latitude,attack_type,location_description,nearest_country,eez_country,shore_distance,"
    "attack_description,vessel_name,vessel_type,vessel_status,data_source\n"
    '2001-02-03,21:45 UTC,104.123456789012345,1.25,Attempted,"off Sample, Trinidad",IDN,IDN,5.5,"NA",'
    'Sample,Tanker,"NA",imb\n'
    '2001-02-04,20:05,104.2,1.25,"NA",,IDN,IDN,5.5,"NA","NA","NA",Anchored,nga\n'
)
ACLED = (
    "event_id_cnty,event_date,year,time_precision,event_type,sub_event_type,actor1,actor2,country,admin1,location,"
    "latitude,longitude,geo_precision,source,notes,fatalities,timestamp\n"
    "YEM1,2031-05-16,2031,1,Explosions/Remote violence,Air/drone strike,A,B,Yemen,Aden,Aden,12.75,45.05,1,"
    "X; Y,n1,3,17\n"
    "YEM2,16 May 2031,2031,2,Strategic developments,Arrests,A,,Yemen,Aden,Coast of Aden,12.5,45.5,3,X,n2,0,17\n"
    "YEM3,2031-05-16,2031,3,Riots,,A,,Yemen,Aden,Aden,12.5,45.5,2,X,n3,0,17\n"
)
IMO = (
    "Reference,ShipsInvolved,IncidentDateTime,TypeOfCasualty,Coordinates,Location,InitialEvent,SummaryOfEvents,"
    "DeadMissingCrew2,DeadMissingPassengers2,SeriouslyInjuredCrew2\r\n"
    "C1,SAMPLE (IMO 1234567),10/4/20 0:00,Very serious,052812N 0095500W,Off the coast,Fire,It burned,2,1,"
    "[Primary Annex 2 not designated]\r\n"
    "C2,OTHER,9/16/20 10:30,Serious, ,Port of Trinidad,Grounding,It stranded,,,1\r\n"
)
IMB = (
    '[{"url": "https://example.org/details/179/4", "Incident Date": "05-04-2014 ", "Type of Attack": "Suspicious",'
    '"Type of Vessel": "Ro-Ro", "Latitude DMS": 20.25,'
    '"Narrative": "05.04.2014: 0832 UTC: Posn: 20:15.60N – 059:02.30E, '
    'Around 15nm East of Sample Island.\\nTwo skiffs."}]'
)


def test_asam(read):
    table = read(ASAM)
    boarding, approach = table.records
    assert (table.format, boarding.id) == ("asam", "asam:2031-001")
    assert (boarding.event_type, approach.event_type) == ("boarding", "suspicious_approach")
    assert boarding.place.lat == pytest.approx(1.033333, abs=1e-6)
    assert (boarding.location_text, boarding.actors[0].name) == ("INDONESIA", "Bulk carrier SAMPLE")
    assert boarding.title == "INDONESIA: On 3 February three robbers boarded the bulk carrier SAMPLE"
    assert boarding.sources[0].title == "ASAM 2031-001"
    assert not table.rejects


def test_asam_json_and_csv_are_one_record(read):
    json_text = (
        '{"asam": [{"reference": "2031-001", "date": "2031-02-03", "latitude": 1.033333333, '
        '"longitude": 105.083333,'
        '"position": "1°02\'00\\"N \\n105°05\'00\\"E", "navArea": "XI", "subreg": "71", "hostility": "Boarding",'
        '"victim": "Bulk carrier SAMPLE", "description": "INDONESIA: On 3 February three robbers boarded the bulk '
        'carrier SAMPLE. They left with rope."},]}'
    )
    assert read(json_text, "a.json").records[0] == read(ASAM).records[0]


def test_ukmto(read, gazetteer):
    attack, advisory = read(UKMTO).records
    assert (attack.id, attack.event_type, attack.location_text) == ("ukmto:7", "attack", "12NM east of Sample Town")
    assert (advisory.event_type, advisory.at_sea) == ("statement", False)
    assert gazetteer.asked == ["12NM east of Sample Town"]


def test_ukmto_api(read):
    text = (
        '[{"sitecoreId": "s-1", "incidentNumber": 1, "incidentTypeName": "Hijack", "utcDateOfIncident": '
        '"2031-01-18T00:00:00", "locationLatitude": 0.0, "locationLongitude": 0.0, "place": null, '
        '"region": "Trinidad", '
        '"vesselName": "..", "vesselType": "Bulk Carrier", "otherDetails": "<p>Taken &amp; held.</p>"}]'
    )
    record = read(text).records[0]
    assert (record.event_type, record.summary, record.date_edtf) == ("hijack", "Taken & held.", "2031-01-18")
    assert record.place.location_method == "name", "0, 0 is no position here"
    assert record.actors[0].name == "Bulk Carrier"


def test_benden(read):
    one, two = read(BENDEN).records
    assert (one.event_type, one.sub_event_type, one.date_edtf) == ("attack", "Attempted", "2001-02-03T21:45:00Z")
    assert (two.event_type, two.summary, two.date_edtf) == ("other", "", "2001-02-04")
    assert two.notes.endswith("time as told: 20:05 (zone not stated)")
    assert one.title == "Attempted, Tanker Sample, off Sample, Trinidad"
    assert one.sources[0].publisher.endswith("(IMB)")


def test_acled(read):
    table = read(ACLED)
    strike, arrest, riot = table.records
    assert table.reading.corrects
    assert (strike.event_type, strike.place.geo_precision, strike.date_edtf) == ("strike", "near", "2031-05-16")
    assert (arrest.event_type, arrest.place.geo_precision, arrest.date_precision) == ("interdiction", "region", "week")
    assert (riot.place.geo_precision, riot.date_edtf) == ("area", "2031-05")
    assert [source.publisher for source in strike.sources] == ["X", "Y"]
    assert (strike.killed_min, strike.killed_max) == (3, 3)
    assert not any(each.place.stated for each in table.records), "a named place nearby is no pin"


@pytest.mark.parametrize(("old", "new"), [("12.75", "north"), ("n1,3", "n1,three")])
def test_a_cell_of_a_layout_that_cannot_be_read_costs_its_row_only(read, old, new):
    assert ACLED.count(old) == 1
    table = read(ACLED.replace(old, new))
    assert (len(table.records), len(table.rejects)) == (2, 1)
    assert new.removeprefix("n1,") in table.rejects[0].reason


def test_imo(read):
    one, two = read(IMO).records
    assert (one.date_edtf, two.date_edtf) == ("2020-10-04", "2020-09-16T10:30:00Z")
    assert one.place.lat == pytest.approx(5.47)
    assert (one.killed_min, one.killed_max, one.injured_min, two.injured_min) == (None, 3, None, 1)
    assert two.place.location_method == "name"


def test_imb(read):
    record = read(IMB).records[0]
    assert (record.id, record.date_edtf) == ("imb:4", "2014-04-05T08:32:00Z")
    assert record.place.lat == pytest.approx(20.26), "the text counts, not what others made of it"
    assert record.location_text == "Around 15nm East of Sample Island"
    assert record.event_type == "suspicious_approach"


def test_imb_positions(read):
    text = (
        "vessel_name,year,vessel_type,attack_type,place,coord,latitude,longitude\n"
        'Sample,2016,Tug,Boarded,"Tg. Sample,",06:00.6S –106:54.0E,-6.001667,106.9\n'
    )
    record = read(text).records[0]
    assert (record.place.lat, record.place.lon) == pytest.approx((-6.01, 106.9))
    assert (record.date_edtf, record.location_text) == ("2016", "Tg. Sample")


def test_a_source_can_be_asked_for(read):
    assert read(ASAM, format="asam").format == "asam"
    assert read(ASAM, format="csv").records[0].id == "csv:2031-001"
