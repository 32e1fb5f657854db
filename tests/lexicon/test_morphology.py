"""Verb and noun forms: paradigms of every root kind, and what holds for all of them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from waqai.lexicon.morphology import (
    ROMAN,
    adjectival,
    masdar,
    noun_forms,
    participle,
    verb_forms,
    with_article,
)
from waqai.text.fold import fold_key

# root, form, vowels, then past 3ms, 3fs, 3mp; present 3ms, 3mp; passive past, passive present
PARADIGMS = [
    ("قتل", "I", "a-u", "قتل قتلت قتلوا يقتل يقتلون قتل يقتل"),
    ("قول", "I", "a-u", "قال قالت قالوا يقول يقولون قيل يقال"),
    ("بيع", "I", "a-i", "باع باعت باعوا يبيع يبيعون بيع يباع"),
    ("خوف", "I", "a-a", "خاف خافت خافوا يخاف يخافون خيف يخاف"),
    ("رمي", "I", "a-i", "رمى رمت رموا يرمي يرمون رمي يرمى"),
    ("دعو", "I", "a-u", "دعا دعت دعوا يدعو يدعون دعي يدعى"),
    ("لقي", "I", "i-a", "لقي لقيت لقوا يلقى يلقون لقي يلقى"),
    ("شنن", "I", "a-u", "شن شنت شنوا يشن يشنون شن يشن"),
    ("وقع", "I", "a-a", "وقع وقعت وقعوا يقع يقعون وقع يوقع"),
    ("ءخذ", "I", "a-u", "أخذ أخذت أخذوا يأخذ يأخذون أخذ يؤخذ"),
    ("بدء", "I", "a-a", "بدأ بدأت بدؤوا يبدأ يبدؤون بدئ يبدأ"),
    ("فكك", "II", "a-u", "فكك فككت فككوا يفكك يفككون فكك يفكك"),
    ("صفي", "II", "a-u", "صفى صفت صفوا يصفي يصفون صفي يصفى"),
    ("هجم", "III", "a-u", "هاجم هاجمت هاجموا يهاجم يهاجمون هوجم يهاجم"),
    ("صوب", "IV", "a-u", "أصاب أصابت أصابوا يصيب يصيبون أصيب يصاب"),
    ("لقي", "IV", "a-u", "ألقى ألقت ألقوا يلقي يلقون ألقي يلقى"),
    ("وقع", "IV", "a-u", "أوقع أوقعت أوقعوا يوقع يوقعون أوقع يوقع"),
    ("صدي", "V", "a-u", "تصدى تصدت تصدوا يتصدى يتصدون تصدي يتصدى"),
    ("فجر", "VII", "a-u", "انفجر انفجرت انفجروا ينفجر ينفجرون انفجر ينفجر"),
    ("غول", "VIII", "a-u", "اغتال اغتالت اغتالوا يغتال يغتالون اغتيل يغتال"),
    ("وفق", "VIII", "a-u", "اتفق اتفقت اتفقوا يتفق يتفقون اتفق يتفق"),
    ("حلل", "VIII", "a-u", "احتل احتلت احتلوا يحتل يحتلون احتل يحتل"),
    ("صدم", "VIII", "a-u", "اصطدم اصطدمت اصطدموا يصطدم يصطدمون اصطدم يصطدم"),
    ("سود", "IX", "a-u", "اسود اسودت اسودوا يسود يسودون اسود يسود"),
    ("هدف", "X", "a-u", "استهدف استهدفت استهدفوا يستهدف يستهدفون استهدف يستهدف"),
    ("ولي", "X", "a-u", "استولى استولت استولوا يستولي يستولون استولي يستولى"),
    ("عود", "X", "a-u", "استعاد استعادت استعادوا يستعيد يستعيدون استعيد يستعاد"),
    ("سيطر", "Q", "a-u", "سيطر سيطرت سيطروا يسيطر يسيطرون سوطر يسيطر"),
    ("دهور", "QII", "a-u", "تدهور تدهورت تدهوروا يتدهور يتدهورون تدهور يتدهور"),
]
MASDARS = [
    ("فجر", "II", "تفجير"),
    ("صفي", "II", "تصفية"),
    ("لقي", "III", "ملاقاة"),
    ("لقي", "IV", "إلقاء"),
    ("صوب", "IV", "إصابة"),
    ("وقف", "IV", "إيقاف"),
    ("حبط", "IV", "إحباط"),
    ("هدد", "II", "تهديد"),
    ("صدي", "V", "تصدي"),
    ("غول", "VIII", "اغتيال"),
    ("وفق", "VIII", "اتفاق"),
    ("ولي", "X", "استيلاء"),
    ("قول", "X", "استقالة"),
    ("سيطر", "Q", "سيطرة"),
]
PARTICIPLES = [
    ("قتل", "I", "قاتل", "مقتول"),
    ("زور", "I", "زائر", "مزور"),
    ("حلل", "VIII", "محتل", "محتل"),
    ("صوب", "IV", "مصيب", "مصاب"),
    ("هجم", "III", "مهاجم", "مهاجم"),
    ("لقي", "IV", "ملقي", "ملقى"),
]
LETTERS = "بتثجحخدذرزسشصضطعغفقكلمنه"
STRONG = st.lists(st.sampled_from(LETTERS), min_size=3, max_size=3, unique=True).map("".join)
FORMS = st.sampled_from([form for form in ROMAN if not form.startswith("Q")])


@pytest.mark.parametrize(("root", "form", "vowels", "told"), PARADIGMS)
def test_paradigm(root: str, form: str, vowels: str, told: str) -> None:
    cells = [
        ("past", "active", "sg", "m"),
        ("past", "active", "sg", "f"),
        ("past", "active", "pl", "m"),
        ("present", "active", "sg", "m"),
        ("present", "active", "pl", "m"),
        ("past", "passive", "sg", "m"),
        ("present", "passive", "sg", "m"),
    ]
    forms = [f for f in verb_forms(root, form, vowels) if f.person == 3 and f.mood is None]
    for cell, expected in zip(cells, fold_key(told).split(), strict=True):
        found = [f.key for f in forms if (f.tense, f.voice, f.number, f.gender) == cell]
        assert expected in found, (cell, found)


@pytest.mark.parametrize(("root", "form", "told"), MASDARS)
def test_masdar(root: str, form: str, told: str) -> None:
    assert masdar(root, form)[0] == fold_key(told)


@pytest.mark.parametrize(("root", "form", "active", "passive"), PARTICIPLES)
def test_participle(root: str, form: str, active: str, passive: str) -> None:
    assert participle(root, form, "active") == fold_key(active)
    assert participle(root, form, "passive") == fold_key(passive)


def test_short_forms_that_a_particle_brings() -> None:
    short = {f.key for f in verb_forms("صوب", "IV") if f.mood == "jussive"}
    assert short == {"يصب", "تصب"}
    assert {f.key for f in verb_forms("دعو", "I") if f.mood == "jussive"} == {"يدع", "تدع"}


def test_no_passive_of_what_has_none() -> None:
    assert {f.voice for f in verb_forms("فجر", "VII", passive=False)} == {"active"}


@pytest.mark.parametrize(
    ("root", "form", "vowels"), [("قتل", "XI", "a-u"), ("قت", "I", "a-u"), ("قتل", "I", "au")]
)
def test_what_does_not_exist_is_refused(root: str, form: str, vowels: str) -> None:
    with pytest.raises(ValueError, match=r"form|root|vowels"):
        verb_forms(root, form, vowels)


@given(STRONG, FORMS)
def test_forms_are_folded_and_hold_the_root(root: str, form: str) -> None:
    for inflected in verb_forms(root, form):
        assert fold_key(inflected.key) == inflected.key
        letters = iter(inflected.key)
        if form != "VIII":
            assert all(letter in letters for letter in root), inflected
    for noun in masdar(root, form):
        assert fold_key(noun) == noun


@given(STRONG, FORMS)
def test_present_bears_its_prefix_and_forms_come_once(root: str, form: str) -> None:
    forms = verb_forms(root, form)
    assert len(set(forms)) == len(forms)
    assert all(f.key[0] in "يتن" for f in forms if f.tense == "present")
    assert forms == verb_forms(root, form)


def test_noun_forms_of_a_person() -> None:
    forms = {(f.key, f.number, f.construct) for f in noun_forms("مسلح", sound="m", feminine=True)}
    assert {
        ("مسلح", "sg", False),
        ("مسلحا", "sg", False),
        ("مسلحان", "du", False),
        ("مسلحون", "pl", False),
        ("مسلحين", "pl", False),
        ("مسلحو", "pl", True),
        ("مسلحي", "pl", True),
        ("مسلحه", "sg", False),
        ("مسلحات", "pl", False),
    } <= forms


def test_noun_forms_of_things_and_phrases() -> None:
    keys = {f.key: f.number for f in noun_forms("غاره", ("غارات",))}
    assert keys["غارتين"] == keys["غارتان"] == keys["غارتي"] == "du"
    assert keys["غارات"] == "pl"
    phrase = {f.key: f.number for f in noun_forms("غاره جويه", ("غارات جويه",))}
    assert phrase["غاره جويه"] == "sg"
    assert {f.key for f in noun_forms("انفجار", sound="f") if f.number == "pl"} == {"انفجارات"}


def test_a_phrase_bears_the_article_on_its_later_words() -> None:
    assert with_article("غاره جويه") == ("غاره جويه", "غاره الجويه")
    assert with_article("غاره") == ("غاره",)
    assert with_article("مفرج عن") == ("مفرج عن",)
    assert with_article("رجال الامن") == ("رجال الامن",)


def test_a_construct_dual_may_look_like_an_adjective() -> None:
    (alike,) = [f for f in noun_forms("مدفع") if adjectival(f, "مدفع")]
    assert (alike.key, alike.number) == ("مدفعي", "du")
