"""Done, planned, possible or negated: a table of constructions, and the examples of every cue."""

from collections import Counter

import pytest

from dragoman.extract.cues import cues
from dragoman.extract.factuality import judge

# (sentence with the trigger between asterisks, type, value); "T:" marks a headline
TABLE = [
    # plain assertion: tense and aspect
    ("Lavrov *visited* Cairo on Sunday.", "visit", "actual"),
    ("The two presidents have *met* three times this year.", "meeting", "actual"),
    ("Denmark has *recalled* its ambassador.", "rupture", "actual"),
    ("By then the envoys had already *signed* the protocol.", "agreement", "actual"),
    ("The secretary of state is *visiting* Nairobi.", "visit", "actual"),
    ("Delegations were *negotiating* through the night.", "negotiation", "actual"),
    ("The accord was *signed* by both ministers.", "agreement", "actual"),
    ("Three attachés were *expelled* by Warsaw.", "expulsion", "actual"),
    ("The king *receives* the visiting premier at the palace.", "visit", "actual"),
    ("T: Merkel *meets* Macron in Aachen", "meeting", "actual"),
    ("T: Ottawa *expels* two envoys", "expulsion", "actual"),
    ("T: Kenya, Somalia *restore* ties", "recognition", "actual"),
    ("The *talks* in Doha lasted four hours.", "negotiation", "actual"),
    ("During his *visit* to Lima the pope spoke of peace.", "visit", "actual"),
    ("After *meeting* the emir, he flew home.", "meeting", "actual"),
    ("The chancellor returned from a *trip* to Beijing.", "visit", "actual"),
    ("He managed to *broker* a truce.", "mediation", "actual"),
    ("Sweden continued to *support* the mission.", "support", "actual"),
    ("Rome reportedly *began* an investigation.", "investigation", "actual"),
    ("The envoy used the occasion to *praise* the host.", "support", "actual"),
    ("Peru *condemned* the attack and *called* for calm.", "criticism", "actual"),
    ("The ministers discussed the *sanctions* imposed last year.", "sanction", "actual"),
    ("Ankara criticised the *visit* of the delegation to Erbil.", "visit", "actual"),
    ("The minister regretted that Prague had *expelled* the diplomats.", "expulsion", "actual"),
    ("According to the ministry, the envoys *met* on Tuesday.", "meeting", "actual"),
    ("The ministry said that the two had *met* on Tuesday.", "meeting", "actual"),
    ("Before his *visit* to Tokyo he had spent a week in Seoul.", "visit", "actual"),
    ("Why did Chile *recall* its ambassador?", "rupture", "actual"),
    ("The treaty, which the two *signed* in 1994, has held.", "agreement", "actual"),
    ("Qatar is trying to *mediate* between the two.", "mediation", "actual"),
    ("The envoy said a deal is possible when he *arrived* in Cairo on Monday.", "visit", "actual"),
    ("A *visit* by the emir is likely.", "visit", "possible"),
    ("The *expulsion* of the envoy is imminent.", "expulsion", "planned"),
    ("The *meeting* was useful.", "meeting", "actual"),
    ("At no time did the envoys *meet*.", "meeting", "negated"),
    ("The envoy accepted an invitation to *visit* Lima.", "visit", "planned"),
    ("Uganda announced the *withdrawal* of its troops.", "concession", "planned"),
    ("The two announced a *deal* on water.", "agreement", "actual"),
    # will, shall, be to, scheduling words
    ("The foreign minister will *visit* Oslo next week.", "visit", "planned"),
    ("The prime minister will *travel* to Rome to *meet* the pope.", "visit", "planned"),
    ("The summit shall be *held* in Accra.", "meeting", "planned"),
    ("They'll *sign* the treaty on Friday.", "agreement", "planned"),
    ("The president is going to *meet* the rebels.", "meeting", "planned"),
    ("T: Xi to *visit* Riyadh", "visit", "planned"),
    ("T: Norway to *host* Afghan talks", "meeting", "planned"),
    ("T: Estonia to *expel* Russian diplomat", "expulsion", "planned"),
    ("The two leaders are to *meet* in Vienna.", "meeting", "planned"),
    ("The delegation is due to *arrive* in Harare tomorrow.", "visit", "planned"),
    ("The sides are set to *resume* negotiations on Monday.", "negotiation", "planned"),
    ("The premier is scheduled to *hold* talks with the emir.", "meeting", "planned"),
    ("The premier is scheduled to hold *talks* with the emir.", "meeting", "planned"),
    ("A *meeting* is scheduled for Thursday.", "meeting", "planned"),
    ("A *meeting* scheduled for Thursday is to seal the deal.", "meeting", "planned"),
    ("The *summit* will take place in Jakarta.", "meeting", "planned"),
    ("The *talks* will focus on grain exports.", "negotiation", "planned"),
    ("The envoy is slated to *tour* the Gulf.", "visit", "planned"),
    ("The treaty is about to be *signed*.", "agreement", "planned"),
    ("The upcoming *visit* was on everybody's mind.", "visit", "planned"),
    ("Next week's *summit* dominated the press.", "meeting", "planned"),
    ("She spoke to reporters ahead of her *trip* to Kiev.", "visit", "planned"),
    ("On the eve of the *talks* he sounded cheerful.", "negotiation", "planned"),
    ("Preparations for the *visit* are under way.", "visit", "planned"),
    ("The king looks forward to *welcoming* the president.", "visit", "planned"),
    ("The president *arrives* in Seoul tomorrow.", "visit", "planned"),
    ("The ministers *meet* next week in Riga.", "meeting", "planned"),
    ("The vice president leaves on Monday for *talks* in Ankara and will go on to Cairo.", "meeting", "actual"),
    ("He will fly to Geneva for *talks* with the Iranians.", "meeting", "planned"),
    ("The matter will be raised at the *summit* in Hanoi.", "meeting", "planned"),
    ("Libya said it would *pay* compensation to the families.", "concession", "planned"),
    ("The ministry announced that it will *close* its embassy in Tripoli.", "rupture", "planned"),
    ("Each member will have to *ratify* the protocol.", "agreement", "planned"),
    ("The pact, which will be *signed* in Tunis, covers fishing.", "agreement", "planned"),
    ("The pact to be *signed* in Tunis covers fishing.", "agreement", "planned"),
    ("The ministers will meet and *sign* the protocol.", "agreement", "planned"),
    ("Japan *announced* 20 million dollars in relief for the islands.", "aid", "planned"),
    # intentions, promises, orders
    ("Spain plans to *reopen* its embassy in Damascus.", "recognition", "planned"),
    ("Both governments agreed to *exchange* ambassadors.", "recognition", "planned"),
    ("Canada promised to *send* wheat.", "aid", "planned"),
    ("Hungary has decided to *withdraw* its troops.", "concession", "planned"),
    ("Kuwait pledged to *release* the fishermen.", "concession", "planned"),
    ("The president ordered the *expulsion* of the consul.", "expulsion", "planned"),
    ("The president ordered the ministry to *expel* the consul.", "expulsion", "planned"),
    ("Plans to *hold* a conference were announced.", "meeting", "planned"),
    ("The government intends to *ratify* the treaty.", "agreement", "planned"),
    ("He made a commitment to *withdraw* all forces.", "concession", "planned"),
    ("The planned *visit* angered veterans.", "visit", "planned"),
    ("France vowed to *deliver* the jets.", "aid", "planned"),
    ("The rebels committed to *releasing* the hostages.", "concession", "planned"),
    ("The sides agreed on *opening* the border.", "concession", "planned"),
    # modals
    ("Putin may *visit* Belgrade.", "visit", "possible"),
    ("The two might *meet* on the margins.", "meeting", "possible"),
    ("London could *impose* sanctions.", "sanction", "possible"),
    ("A ceasefire would be *signed* within days if both agree.", "agreement", "possible"),
    ("Washington should *recognise* the republic.", "recognition", "possible"),
    ("The ministers can *meet* at any time.", "meeting", "possible"),
    ("A *meeting* could take place in June.", "meeting", "possible"),
    ("*Talks* may resume in autumn.", "negotiation", "possible"),
    ("An accord that would *end* the blockade is being drafted.", "concession", "possible"),
    ("The president may not *attend* the summit.", "meeting", "possible"),
    ("Iran must *release* the crew.", "concession", "possible"),
    ("The premier will perhaps *visit* Sofia.", "visit", "possible"),
    # considering, hoping, asking, expecting
    ("Tokyo is considering *recalling* its ambassador.", "rupture", "possible"),
    ("The cabinet is weighing a *boycott* of the games.", "sanction", "possible"),
    ("Officials are mulling whether to *send* observers.", "investigation", "possible"),
    ("Paris urged the two sides to *resume* talks.", "negotiation", "possible"),
    ("He demanded that Libya *release* the nurses.", "concession", "possible"),
    ("The council called on both sides to *sign* a truce.", "agreement", "possible"),
    ("Groups called for the *expulsion* of the envoy.", "expulsion", "possible"),
    ("The rebels want to *negotiate* with the government.", "negotiation", "possible"),
    ("Egypt hopes to *mediate* between the factions.", "mediation", "possible"),
    ("Diplomats hope that the two will *meet* soon.", "meeting", "possible"),
    ("Belarus is seeking a *meeting* with the commissioner.", "meeting", "possible"),
    ("The envoy asked for a *meeting* with the mayor.", "meeting", "possible"),
    ("The chancellor is expected to *visit* Tallinn.", "visit", "possible"),
    ("A *visit* is expected in spring.", "visit", "possible"),
    ("The general is likely to *meet* the rebels.", "meeting", "possible"),
    ("It is possible that the two will *meet*.", "meeting", "possible"),
    ("Syria is ready to *resume* the negotiations.", "negotiation", "possible"),
    ("Norway offered to *host* the talks.", "negotiation", "possible"),
    ("Moscow proposed a *meeting* of the four.", "meeting", "possible"),
    ("The pope has been invited to *visit* Minsk.", "visit", "possible"),
    ("Turkey threatened to *recall* its ambassador.", "rupture", "possible"),
    ("They warned of new *sanctions*.", "sanction", "possible"),
    ("A possible *visit* to Taipei was discussed.", "visit", "possible"),
    ("The proposed *talks* found little favour.", "negotiation", "possible"),
    ("They spoke about a potential *withdrawal* from the pact.", "rupture", "possible"),
    ("There is a chance of a *meeting* in Rome.", "meeting", "possible"),
    ("The prospect of *talks* raised hopes.", "negotiation", "possible"),
    ("Parliament will vote on the *withdrawal* of the troops.", "concession", "possible"),
    ("Some believe that the two secretly *met*.", "meeting", "possible"),
    ("The two are open to *talks*.", "negotiation", "possible"),
    ("Both sides are trying to *negotiate* a truce.", "negotiation", "possible"),
    # conditions and questions
    ("If the president *visits* Taipei, Beijing will be angry.", "visit", "possible"),
    ("Unless Tehran *releases* the crew, London will act.", "concession", "possible"),
    ("Should Beijing *impose* an embargo, prices would rise.", "sanction", "possible"),
    ("Britain will *close* its mission if the raids go on.", "rupture", "possible"),
    ("He would *meet* the general if asked.", "meeting", "possible"),
    ("Will the two leaders *meet* in May?", "meeting", "possible"),
    ("T: Is Moscow *negotiating* with the rebels?", "negotiation", "possible"),
    ("The committee debated whether Ghana should *recognise* the council.", "recognition", "possible"),
    # negation
    ("The premier did not *visit* Warsaw.", "visit", "negated"),
    ("The two have never *met*.", "meeting", "negated"),
    ("Madrid has not *recognised* Kosovo.", "recognition", "negated"),
    ("The president will not *attend* the summit.", "meeting", "negated"),
    ("The envoy won't *meet* the rebels.", "meeting", "negated"),
    ("The envoy cannot *visit* the camp.", "visit", "negated"),
    ("No *agreement* was reached.", "agreement", "negated"),
    ("No *talks* took place.", "negotiation", "negated"),
    ("There were no *talks*.", "negotiation", "negated"),
    ("The sides reached no *agreement*.", "agreement", "negated"),
    ("Neither minister *signed* the paper.", "agreement", "negated"),
    ("The *meeting* did not take place.", "meeting", "negated"),
    ("He left Cairo without *meeting* the general.", "meeting", "negated"),
    ("Instead of *visiting* Rome he stayed at home.", "visit", "negated"),
    ("Argentina has signed but not *ratified* the treaty.", "agreement", "negated"),
    ("Chile has yet to *ratify* the treaty.", "agreement", "negated"),
    ("He did not *meet* or *call* the chancellor.", "call", "negated"),
    ("The parties failed to *reach* an agreement.", "agreement", "negated"),
    ("The parties failed to reach an *agreement*.", "agreement", "negated"),
    ("The junta refused to *release* the prisoners.", "concession", "negated"),
    ("Serbia declined to *send* a delegation.", "visit", "negated"),
    ("Manila cancelled the *visit* of the admiral.", "visit", "negated"),
    ("The *summit* was postponed.", "meeting", "negated"),
    ("The *visit* has been called off.", "visit", "negated"),
    ("The minister called off his *trip* to Delhi.", "visit", "negated"),
    ("Berlin ruled out a *meeting* with the separatists.", "meeting", "negated"),
    ("The cancelled *visit* had been prepared for months.", "visit", "negated"),
    ("The failed *summit* was his idea.", "meeting", "negated"),
    ("The cancellation of the *visit* caused dismay.", "visit", "negated"),
    ("Seoul has no plans to *recognise* the junta.", "recognition", "negated"),
    ("There are no plans for a *meeting*.", "meeting", "negated"),
    ("The two agreed not to *sign* the text.", "agreement", "negated"),
    ("He denied having *met* the arms dealer.", "meeting", "negated"),
    ("The minister denied that his government had *negotiated* with the hijackers.", "negotiation", "negated"),
    ("The inspectors were prevented from *visiting* the plant.", "visit", "negated"),
    ("The president is not considering *recalling* the envoy.", "rupture", "negated"),
    ("The army blocked the *visit* of the inspectors.", "visit", "negated"),
    ("His refusal to *meet* the envoy was widely noted.", "meeting", "negated"),
    ("The rebels are unwilling to *negotiate*.", "negotiation", "negated"),
    ("The president abandoned plans to *visit* Caracas.", "visit", "negated"),
    # nested
    ("The Kremlin did not rule out a *meeting* of the two.", "meeting", "possible"),
    ("The president may cancel his *visit* to Ankara.", "visit", "possible"),
    ("The president threatened to cancel his *visit* to Ankara.", "visit", "possible"),
    ("Officials refused to rule out *sanctions*.", "sanction", "possible"),
    ("They hope the council will agree to *send* observers.", "investigation", "possible"),
    ("The minister did not deny that he had *met* the rebels.", "meeting", "possible"),
    ("The sides may agree to *meet*.", "meeting", "possible"),
    ("The king is due to meet the premier and *sign* a pact.", "agreement", "planned"),
    ("Austria has not agreed to *host* the talks.", "negotiation", "negated"),
    ("The door was left open to *talks*.", "negotiation", "possible"),
    # acts done by saying: once uttered they are done
    ("The minister *denied* that he would resign.", "denial", "actual"),
    ("Iran *rejected* the proposal.", "rejection", "actual"),
    ("Iran *refused* to halt enrichment.", "rejection", "actual"),
    ("Ghana *promised* to send troops.", "pledge", "actual"),
    ("Turkey *threatened* to close the strait.", "threat", "actual"),
    ("The council *demanded* that the raids stop.", "demand", "actual"),
    ("China rejected the *accusation*.", "accusation", "actual"),
    ("The premier dismissed the *criticism*.", "criticism", "actual"),
    ("Oslo turned down the *appeal*.", "appeal", "actual"),
    ("Cuba ignored the *threats*.", "threat", "actual"),
    ("Hamas did not *reject* the plan.", "rejection", "negated"),
    ("The envoy did not *accuse* anybody.", "accusation", "negated"),
    ("The council will *condemn* the raid.", "criticism", "planned"),
    ("The minister may *apologise* to the families.", "apology", "possible"),
    ("The premier refused to *apologise*.", "apology", "negated"),
    ("The group threatened to *reject* the deal.", "rejection", "possible"),
    ("The leaders will *reaffirm* their support and *discuss* trade.", "support", "planned"),
    ("The council stopped short of *condemning* the raid.", "criticism", "negated"),
    ("Not only did Oslo *condemn* the raid, it sent help.", "criticism", "actual"),
    ("We would like to *thank* the people of Malta.", "support", "actual"),
]

KNOWN = frozenset[str]()


def find(analyse, marked: str):
    """The unit and the token that stands between the first asterisks of a sentence."""
    title = marked.startswith("T: ")
    marked = marked.removeprefix("T: ")
    at, text = marked.index("*"), marked.replace("*", "")
    analysis = analyse("", text) if title else analyse(text)
    unit = next(u for u in analysis.units if u.start <= at < u.start + len(u.doc.text))
    return unit, next(t for t in unit.doc if t.idx + len(t) > at - unit.start)


def last_marked(sentence: str) -> str:
    """The sentence with only its last marked word marked."""
    parts = sentence.split("*")
    return "".join(parts[:-2]) + "*" + parts[-2] + "*" + parts[-1]


def value(analyse, sentence: str, kind: str) -> str:
    return judge(*find(analyse, last_marked(sentence)), kind).value


def test_the_table_holds(analyse):
    """At least 98 in 100 constructions come out right, and no right one is lost."""
    wrong = [(s, kind, want, got) for s, kind, want in TABLE if (got := value(analyse, s, kind)) != want]
    lost = [row for row in wrong if row[0] not in KNOWN]
    assert len(TABLE) >= 150
    assert lost == []
    assert len(wrong) <= 0.02 * len(TABLE)


def test_every_value_has_rows():
    rows = Counter(want for _, _, want in TABLE)
    assert min(rows[v] for v in ("actual", "planned", "possible", "negated")) >= 30


EXAMPLES = [
    *((e, c.effect) for c in cues().entries for e in c.examples),
    *((e, "actual") for c in cues().entries for e in c.counterexamples),
]


@pytest.mark.parametrize(("sentence", "effect"), EXAMPLES)
def test_the_examples_of_the_cues_hold(analyse, sentence, effect):
    kind = "accusation" if "accusation" in sentence else "criticism" if "condemn" in sentence else "meeting"
    assert value(analyse, sentence, kind) == effect


def test_the_cue_is_named(analyse):
    unit, trigger = find(analyse, "Officials refused to rule out *sanctions*.")
    found = judge(unit, trigger, "sanction")
    assert (found.cue, found.span) == ("refused", (10, 17))


def test_an_actual_act_has_no_cue(analyse):
    unit, trigger = find(analyse, "Lavrov *visited* Cairo.")
    assert judge(unit, trigger, "visit").cue is None
