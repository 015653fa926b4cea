"""List cities, and the words that make a name before them a place.

The cities are the largest of the United States, and more that are a capital or well known; a
city that is also a common word or a given name stands apart.
"""

from __future__ import annotations

from typing import Final

CITIES: Final = (
    "Akron", "Albany", "Albuquerque", "Anaheim", "Anchorage", "Ann Arbor", "Annapolis",
    "Asheville", "Atlanta", "Augusta", "Austin", "Bakersfield", "Baltimore", "Baton Rouge",
    "Bellevue", "Billings", "Birmingham", "Bismarck", "Boise", "Boston", "Boulder", "Bridgeport",
    "Brooklyn", "Brownsville", "Buffalo", "Burlington", "Cedar Rapids", "Charleston",
    "Charlotte", "Chattanooga", "Chesapeake", "Cheyenne", "Chicago", "Chula Vista", "Cincinnati",
    "Cleveland", "Colorado Springs", "Columbus", "Corpus Christi", "Dallas", "Dayton", "Denver",
    "Des Moines", "Detroit", "Dover", "Duluth", "Durham", "El Paso", "Eugene", "Evansville",
    "Fargo", "Fayetteville", "Flint", "Fort Lauderdale", "Fort Wayne", "Fort Worth", "Frankfort",
    "Fremont", "Fresno", "Gainesville", "Galveston", "Gary", "Glendale", "Grand Rapids",
    "Green Bay", "Greensboro", "Greenville", "Harrisburg", "Hartford", "Helena", "Henderson",
    "Hialeah", "Honolulu", "Houston", "Huntsville", "Indianapolis", "Irvine", "Jackson",
    "Jacksonville", "Jersey City", "Juneau", "Kansas City", "Knoxville", "Lafayette", "Lancaster",
    "Lansing", "Laredo", "Las Vegas", "Lexington", "Lincoln", "Little Rock", "Long Beach",
    "Los Angeles", "Louisville", "Lubbock", "Macon", "Madison", "Manchester", "Manhattan",
    "Memphis", "Mesa", "Miami", "Milwaukee", "Minneapolis", "Mobile", "Modesto", "Montgomery",
    "Montpelier", "Naples", "Nashville", "New Haven", "New Orleans", "New York City", "Newark",
    "Newport News", "Norfolk", "Oakland", "Oklahoma City", "Olympia", "Omaha", "Orlando",
    "Oxnard", "Palo Alto", "Pensacola", "Peoria", "Philadelphia", "Phoenix", "Pierre",
    "Pittsburgh", "Plano", "Portland", "Providence", "Provo", "Raleigh", "Reno", "Richmond",
    "Riverside", "Roanoke", "Rochester", "Rockford", "Sacramento", "Saint Louis", "Saint Paul",
    "Salem", "Salinas", "Salt Lake City", "San Antonio", "San Bernardino", "San Diego",
    "San Francisco", "San Jose", "San Juan", "Santa Ana", "Santa Fe", "Savannah", "Scottsdale",
    "Scranton", "Seattle", "Shreveport", "Sioux Falls", "Spokane", "Springfield", "St. Louis",
    "St. Paul", "St. Petersburg", "Stamford", "Stockton", "Syracuse", "Tacoma", "Tallahassee",
    "Tampa", "Tempe", "Toledo", "Topeka", "Trenton", "Tucson", "Tulsa", "Tuscaloosa",
    "Virginia Beach", "Waco", "Wichita", "Wilmington", "Winston-Salem", "Worcester", "Yonkers",
    "Youngstown",
)  # fmt: skip
"""Names that count behind `in`, `from`, `near` and the like."""

CITIES_THAT_ARE_WORDS: Final = (
    "Augusta", "Austin", "Buffalo", "Charlotte", "Dover", "Eugene", "Gary", "Helena", "Jackson",
    "Lincoln", "Madison", "Mesa", "Mobile", "Phoenix", "Providence", "Reno", "Riverside",
    "Savannah",
)  # fmt: skip
"""Those of them that are also a word or a given name."""

STREETS: Final = (
    "Street", "St", "Avenue", "Ave", "Road", "Rd", "Boulevard", "Blvd", "Lane", "Ln", "Drive",
    "Dr", "Court", "Ct", "Place", "Pl", "Parkway", "Pkwy", "Highway", "Hwy", "Circle", "Terrace",
    "Square", "Way", "Trail",
)  # fmt: skip
"""What a street is called behind its name."""

AREAS: Final = ("County", "Parish", "Borough", "Township", "Village", "Reservation", "Precinct")
"""What an area below a state is called behind its name."""

CARE_PLACES: Final = (
    "Hospital", "Clinic", "Medical Center", "Medical Centre", "Health System", "Healthcare",
    "Health Center", "Infirmary", "Memorial", "Institute", "Children's", "Regional", "Hospice",
    "Nursing Home", "Surgery Center",
)  # fmt: skip
"""What a place of care is called behind its name: `Mercy Hospital`."""
