"""Where an act happens: each row is a sentence, its trigger, its type and the place (None: not told)."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.extract.places.place import where
from dragoman.extract.units import Analysis
from dragoman.models import Place

VISITS = [
    ("The Dutch prime minister visited Ankara on Monday.", "visited", "Ankara", "TUR"),
    ("The chancellor will visit Japan next week.", "visit", "Japan", "JPN"),
    ("The foreign minister arrived in Tbilisi for a two-day visit.", "arrived", "Tbilisi", "GEO"),
    ("The foreign minister arrived in Tbilisi for a two-day visit.", "visit", "Tbilisi", "GEO"),
    ("She flew to Lima to attend the summit of American states.", "flew", "Lima", "PER"),
    ("The envoy's Baku trip was cut short.", "trip", "Baku", "AZE"),
    ("His trip to Ethiopia has been postponed.", "trip", "Ethiopia", "ETH"),
    ("The president began a tour of Latin America on Friday.", "tour", "Latin America", None),
    ("The secretary of state is on a European tour.", "tour", "Europe", None),
    ("The pope's African journey ended yesterday.", "journey", "Africa", None),
    ("Her Middle East tour starts in Amman.", "tour", "Middle East", None),
    ("The king paid a state visit to Portugal.", "visit", "Portugal", "PRT"),
    ("The king paid a state visit to Portugal.", "paid", "Portugal", "PRT"),
    ("The premier travelled to Rome, Italy, for consultations.", "travelled", "Rome", "ITA"),
    ("The minister left for Jakarta on Tuesday.", "left", "Jakarta", "IDN"),
    ("The delegation landed in Asmara on Sunday morning.", "landed", "Asmara", "ERI"),
    ("The president will host his Chilean counterpart at Camp David.", "host", "Camp David", "USA"),
    ("Obama welcomed the Dalai Lama to the White House.", "welcomed", "White House", "USA"),
    ("Egypt received the Sudanese leader on Thursday.", "received", "Egypt", "EGY"),
    ("The prime minister is in Ottawa for talks on trade.", "is", "Ottawa", "CAN"),
    ("The minister made a surprise visit to troops in Mali.", "visit", "Mali", "MLI"),
    ("They toured the West Bank and met mayors.", "toured", "West Bank", "PSE"),
    ("During a visit to Warsaw, the senator promised help.", "visit", "Warsaw", "POL"),
    ("The general's stopover in Honolulu angered Beijing.", "stopover", "Honolulu", "USA"),
    ("The speaker's visit to Taiwan drew protests from China.", "visit", "Taiwan", "TWN"),
    ("The ambassador visited Russia's second city, Saint Petersburg.", "visited", "Saint Petersburg", "RUS"),
    ("He will travel on to Kyiv after his stay in Berlin.", "travel", "Kyiv", "UKR"),
    ("He will travel on to Kyiv after his stay in Berlin.", "stay", "Berlin", "DEU"),
    ("The Indian leader was invited to Paris for Bastille Day.", "invited", "Paris", "FRA"),
    ("India sent an envoy to Nepal.", "sent", "Nepal", "NPL"),
    ("She led a delegation to Bern on Wednesday.", "led", "Bern", "CHE"),
    ("The Thai king's visit was postponed.", "visit", None, None),
    ("The minister will make his first visit since the war in Iraq.", "visit", None, None),
    ("A visit by the Iranian foreign minister is planned.", "visit", None, None),
    ("He visited the wounded soldiers on Sunday.", "visited", None, None),
    ("The chancellor went on holiday after the visit.", "visit", None, None),
    ("Medvedev toured the Kuril Islands last month.", "toured", "Kuril Islands", "RUS"),
    ("The emir arrived in the Iranian capital on Sunday.", "arrived", "Tehran", "IRN"),
    ("She visited the Turkish resort of Antalya.", "visited", "Antalya", "TUR"),
    ("The envoys flew to the Ethiopian capital, Addis Ababa, on Friday.", "flew", "Addis Ababa", "ETH"),
    ("The two ministers returned from a trip to Yemen.", "trip", "Yemen", "YEM"),
    ("The queen was in Dublin in May on a historic visit.", "visit", "Dublin", "IRL"),
    ("The inspectors entered Iraq in November.", "entered", "Iraq", "IRQ"),
    ("He headed to Caracas to meet the opposition.", "headed", "Caracas", "VEN"),
    ("Putin to visit Hanoi in June", "visit", "Hanoi", "VNM"),
    ("The visit to Beirut by the French president was brief.", "visit", "Beirut", "LBN"),
]

GATHERINGS = [
    ("The two leaders met in Helsinki on Monday.", "met", "Helsinki", "FIN"),
    ("Lavrov met his Egyptian counterpart in Cairo.", "met", "Cairo", "EGY"),
    ("Rubio held talks with Lavrov in Riyadh.", "talks", "Riyadh", "SAU"),
    ("The Geneva talks ended without a deal.", "talks", "Geneva", "CHE"),
    ("A Geneva summit brought the presidents together.", "summit", "Geneva", "CHE"),
    ("The ministers spoke at the Munich Security Conference.", "Conference", "Munich", "DEU"),
    ("Talks will be held in Doha next week.", "Talks", "Doha", "QAT"),
    ("The summit opened in Bali on Tuesday.", "summit", "Bali", "IDN"),
    ("The talks, held in Muscat, were indirect.", "talks", "Muscat", "OMN"),
    ("The meeting took place at a hotel in Vienna.", "meeting", "Vienna", "AUT"),
    ("He met the president at the White House.", "met", "White House", "USA"),
    ("They met at the president's ranch in Texas.", "met", "Texas", "USA"),
    ("They met on the sidelines of the G20 summit in Osaka.", "met", "Osaka", "JPN"),
    ("The foreign ministers are scheduled to meet on September 7 in Berlin.", "meet", "Berlin", "DEU"),
    ("The premier flew to Sochi to meet the Russian president.", "meet", "Sochi", "RUS"),
    ("He travelled to Kigali for talks with the Rwandan president.", "talks", "Kigali", "RWA"),
    ("During his trip to Seoul he met the South Korean defence minister.", "met", "Seoul", "KOR"),
    ("The generals met at Panmunjom to discuss the armistice.", "met", "Panmunjom", "KOR"),
    ("Officials from both sides sat down at the Palais des Nations in Geneva.", "sat", "Palais des Nations", "CHE"),
    ("The president visited Hanoi and met party leaders.", "met", "Hanoi", "VNM"),
    ("They signed the agreement in Oslo.", "signed", "Oslo", "NOR"),
    ("The two sides signed a ceasefire agreement in Pretoria.", "signed", "Pretoria", "ZAF"),
    ("A treaty was signed at the Kremlin.", "signed", "Kremlin", "RUS"),
    ("The Dayton accords ended the war.", "accords", "Dayton", "USA"),
    ("The delegations negotiated in Havana for four years.", "negotiated", "Havana", "CUB"),
    ("A new round of negotiations began in Astana on Thursday.", "negotiations", "Astana", "KAZ"),
    ("Peace talks resumed in Juba.", "talks", "Juba", "SSD"),
    ("The leaders gathered in Bangkok for a summit.", "summit", "Bangkok", "THA"),
    ("The NATO summit in Vilnius discussed enlargement.", "summit", "Vilnius", "LTU"),
    ("The ministers are meeting in Luxembourg today.", "meeting", "Luxembourg", "LUX"),
    ("Qatar hosted talks between the two factions.", "talks", "Qatar", "QAT"),
    ("He is due in Brussels to hold talks with the commissioner.", "talks", "Brussels", "BEL"),
    ("They agreed at a conference in Algiers to pool their forces.", "agreed", "Algiers", "DZA"),
    ("The navies held a joint exercise in the South China Sea.", "exercise", "South China Sea", None),
    ("The forces trained together near Constanta.", "trained", "Constanţa", "ROU"),
    ("The president met his guest at Mar-a-Lago.", "met", "Mar-a-Lago", "USA"),
    ("Ministers meet in The Hague on Friday.", "meet", "The Hague", "NLD"),
    ("He will meet leaders at UN headquarters in New York.", "meet", "UN headquarters", "USA"),
    ("The envoy mediated in Khartoum between the generals.", "mediated", "Khartoum", "SDN"),
    ("Johnson, Lavrov meet in Moscow", "meet", "Moscow", "RUS"),
    ("The six-party talks in Beijing broke down.", "talks", "Beijing", "CHN"),
    ("The meeting between the ministers in Lusaka lasted an hour.", "meeting", "Lusaka", "ZMB"),
    ("The summit, which took place in Tunis, was brief.", "summit", "Tunis", "TUN"),
    ("The two presidents shook hands and held a meeting in Singapore.", "meeting", "Singapore", "SGP"),
    ("He met Merkel in Berlin and Macron in Paris.", "met", "Berlin", "DEU"),
    ("In Geneva, the two foreign ministers met for six hours.", "met", "Geneva", "CHE"),
    ("At a summit in Lima, the leaders agreed to cut tariffs.", "agreed", "Lima", "PER"),
    ("He met opposition figures while in Minsk.", "met", "Minsk", "BLR"),
    ("The ambassador met the rebels outside Aden.", "met", "Aden", "YEM"),
    ("The talks on Syria ended early.", "talks", None, None),
    ("The leaders discussed the situation in Libya.", "discussed", None, None),
    ("They held talks on the war in Yemen.", "talks", None, None),
    ("They met to discuss violence in Darfur.", "met", None, None),
    ("The ministers held talks about the crisis in Venezuela.", "talks", None, None),
    ("The Iran talks resumed after a pause.", "talks", None, None),
    ("US-Russia talks resumed after a pause.", "talks", None, None),
    ("The two met with officials from Japan.", "met", None, None),
    ("The Washington-Moscow talks were suspended.", "talks", None, None),
    ("Talks with Iran are going nowhere.", "Talks", None, None),
    ("The ambassador to France met the envoy.", "met", None, None),
    ("He met the head of the UN mission in Haiti.", "met", None, None),
    ("Negotiations with Tehran collapsed in May.", "Negotiations", None, None),
    ("The meeting in March produced nothing.", "meeting", None, None),
    ("The parties signed a deal on grain exports from Ukraine.", "signed", None, None),
    ("The agreement between Egypt and Israel was signed in 1979.", "agreement", None, None),
    ("Officials brokered a truce in Gaza.", "brokered", None, None),
    ("She met Mr Washington, a lawyer.", "met", None, None),
    ("He met President Jordan of the club.", "met", None, None),
]

SPEECH = [
    ("The minister said in Moscow that Russia condemned the attack.", "condemned", "Moscow", "RUS"),
    ("In Washington, a senior official criticized the sale.", "criticized", "Washington", "USA"),
    ("Speaking in Berlin, the chancellor urged Iran to return to the talks.", "urged", "Berlin", "DEU"),
    ("The president called for reform in a speech in Accra.", "called", "Accra", "GHA"),
    ("At a news conference in Cairo, he accused Ethiopia of stalling.", "accused", "Cairo", "EGY"),
    ("He pledged support during a visit to Kyiv.", "pledged", "Kyiv", "UKR"),
    ("The secretary-general condemned the bombing while in Jakarta.", "condemned", "Jakarta", "IDN"),
    ("The premier visited Sarajevo and promised more aid.", "promised", "Sarajevo", "BIH"),
    ("He rejected the offer at a meeting in Abuja.", "rejected", "Abuja", "NGA"),
    ("In a speech before the UN General Assembly, he denounced the embargo.", "denounced", "UN headquarters", "USA"),
    ("After talks in Geneva, Lavrov accused the West of blackmail.", "accused", "Geneva", "CHE"),
    ("She apologised for the massacre on a visit to Namibia.", "apologised", "Namibia", "NAM"),
    ("The offer was made in Tripoli on Sunday.", "offer", "Tripoli", "LBY"),
    ("The foreign minister told reporters in Ankara that Turkey rejects the claim.", "rejects", "Ankara", "TUR"),
    ("The embassy was opened in Jerusalem on Monday.", "opened", "Jerusalem", "ISR"),
    ("The pope appealed for peace during his Easter address at the Vatican.", "appealed", "Vatican City", "VAT"),
    ("The president spoke at a rally in Caracas, denouncing the sanctions.", "denouncing", "Caracas", "VEN"),
    ("She thanked Poland while visiting Warsaw.", "thanked", "Warsaw", "POL"),
    ("The ministers condemned the coup at a summit in Accra.", "condemned", "Accra", "GHA"),
    ("The president delivered a speech in Hiroshima.", "speech", "Hiroshima", "JPN"),
    ("France condemned the attacks in Gaza.", "condemned", None, None),
    ("The minister voiced concern about violence in Darfur.", "concern", None, None),
    ("The EU criticised the elections in Belarus.", "criticised", None, None),
    ("Turkey denied that it has troops in Libya.", "denied", None, None),
    ("The council urged Israel to halt construction in East Jerusalem.", "urged", None, None),
    ("Russia accused NATO of a build-up in Poland.", "accused", None, None),
    ("The US embassy in Tehran was not consulted, the minister complained.", "complained", None, None),
    ("Washington warned Moscow against interference in Ukraine.", "warned", None, None),
    ("China protested against the arms sale to Taiwan.", "protested", None, None),
    ("He called for an end to the fighting in Tigray.", "called", None, None),
    ("The spokesman rejected a report on prisons in Xinjiang.", "rejected", None, None),
    ("Britain backs the mission in Somalia.", "backs", None, None),
    ("Beijing denounced the visit to Taipei.", "denounced", None, None),
    ("The minister thanked troops in Afghanistan for their service.", "thanked", None, None),
    ("The envoy criticised the summit in Damascus.", "criticised", None, None),
    ("The government congratulated the winner of the election in Ghana.", "congratulated", None, None),
    ("He blamed militants in Pakistan for the raid.", "blamed", None, None),
    ("The foreign ministry condemned the killing of a diplomat in Karachi.", "condemned", None, None),
    ("The president praised the role of Oman in the talks.", "praised", None, None),
    ("He promised to withdraw from Iraq.", "promised", None, None),
    ("Iran threatened to close the Strait of Hormuz.", "threatened", None, None),
    ("The minister called the war in Ukraine a mistake.", "called", None, None),
    ("Officials in Kabul said Pakistan had accused the guards.", "accused", None, None),
    ("He demanded the release of hostages in Gaza.", "demanded", None, None),
    ("The court in The Hague rejected the claim.", "rejected", None, None),
]

DEEDS = [
    ("The prime minister addressed the UN General Assembly.", "addressed", "statement", "UN headquarters", "USA"),
    ("The union sent peacekeepers to Darfur.", "sent", "aid", "Darfur", "SDN"),
    ("Uganda deployed troops to Mogadishu to protect the government.", "deployed", "aid", "Mogadishu", "SOM"),
    ("The plane delivered food to Haiti.", "delivered", "aid", "Haiti", "HTI"),
    ("The government airlifted tents to Nepal.", "airlifted", "aid", "Nepal", "NPL"),
    ("Japan gave Kenya a grant of $20 million.", "gave", "aid", None, None),
    ("France withdrew its troops from Niger.", "withdrew", "concession", "Niger", "NER"),
    ("The withdrawal from Lebanon is complete.", "withdrawal", "concession", "Lebanon", "LBN"),
    ("Moscow began a pullout of soldiers from Kherson.", "pullout", "concession", "Kherson", "UKR"),
    ("The troops pulled out of Fallujah at dawn.", "pulled", "concession", "Fallujah", "IRQ"),
    ("The two hostages were freed in Damascus.", "freed", "concession", "Damascus", "SYR"),
    ("The EU lifted sanctions on Sudan.", "lifted", "concession", None, None),
    ("The court is investigating crimes in Darfur.", "investigating", "investigation", "Darfur", "SDN"),
    ("Inspectors examined the site at Natanz.", "examined", "investigation", "Natanz", "IRN"),
    ("The EU imposed sanctions over the abuses in Xinjiang.", "imposed", "sanction", None, None),
    ("Sanctions on North Korea were tightened.", "Sanctions", "sanction", None, None),
    ("Moscow expelled two diplomats from Bulgaria.", "expelled", "expulsion", None, None),
    ("Canada recalled its ambassador to Saudi Arabia.", "recalled", "rupture", None, None),
    ("Putin spoke by telephone with Xi in Beijing.", "spoke", "call", None, None),
    ("The two spoke by phone about the war in Gaza.", "spoke", "call", None, None),
]

ROWS = (
    [(sentence, trigger, "visit", *place) for sentence, trigger, *place in VISITS]
    + [(sentence, trigger, "meeting", *place) for sentence, trigger, *place in GATHERINGS]
    + [(sentence, trigger, "criticism", *place) for sentence, trigger, *place in SPEECH]
    + [tuple(row) for row in DEEDS]
)


def found(analyse: Callable[..., Analysis], sentence: str, trigger: str, type: str) -> tuple[str, Place | None]:
    (unit,) = analyse(sentence).units
    token = next(t for t in unit.doc if t.text == trigger)
    return unit.doc.text, where(unit, token, type)


@pytest.mark.parametrize(("sentence", "trigger", "type", "name", "country"), ROWS)
def test_place(
    analyse: Callable[..., Analysis], sentence: str, trigger: str, type: str, name: str | None, country: str | None
) -> None:
    text, place = found(analyse, sentence, trigger, type)
    assert (place and place.name, place and place.country) == (name, country)
    assert place is None or text[place.text_start : place.text_end] == place.text
