"""Names of private persons are withheld, those of public figures are not."""

from __future__ import annotations

import pytest

from waqai.export.known import Known, known
from waqai.export.privacy import WITHHELD, is_private, masker, without_parts

PRIVATE = [
    ("قتل المواطن أحمد خالد السالم في الغارة", f"قتل المواطن {WITHHELD} في الغارة"),
    ("اعتقال الشاب محمد يوسف العمري عند الحاجز", f"اعتقال الشاب {WITHHELD} عند الحاجز"),
    ("إصابة محمود إبراهيم في ساقه", f"إصابة {WITHHELD} في ساقه"),
    ("قال شاهد إن خالد مصطفى رآهم", f"قال شاهد إن {WITHHELD} رآهم"),
]
LED = [
    (
        "قال وزير الداخلية إن المتهم خالد محمود اعترف",
        f"قال وزير الداخلية إن المتهم {WITHHELD} اعترف",
    ),
    ("أكد مدير المستشفى وفاة محمود سليم", f"أكد مدير المستشفى وفاة {WITHHELD}"),
    ("أوقفت الشرطة متهما يدعى زاهر الوحيدي", f"أوقفت الشرطة متهما يدعى {WITHHELD}"),
    ("قتل الجيش المسلح حسن العطوي", f"قتل الجيش المسلح {WITHHELD}"),
    ("دهس قائد السيارة محمد سامي طفلا", f"دهس قائد السيارة {WITHHELD} طفلا"),
    ("تعرض المصور الصحفي، محمد مصطفى، للضرب", f"تعرض المصور الصحفي، {WITHHELD}، للضرب"),
    ("شيع الأهالي الشهيد عودة الزريعي", f"شيع الأهالي الشهيد {WITHHELD}"),
    ("مقتل عبد الرحمن محمد في الغارة", f"مقتل {WITHHELD} في الغارة"),
    ("أصيب سامي وليد وعبد الكريم سالم", f"أصيب {WITHHELD} و{WITHHELD}"),
    ("وأصيب لودفيغ شتراوس، 31 عاما، بجروح", f"وأصيب {WITHHELD}، 31 عاما، بجروح"),
    ("حكم على محمد ياسر، 40 عاما", f"حكم على {WITHHELD}، 40 عاما"),
    ("أحرقوا منزل عائلة الشهابي أمس", f"أحرقوا منزل عائلة {WITHHELD} أمس"),
    ("شيعت البلدة العريف وليد الزهراني", f"شيعت البلدة العريف {WITHHELD}"),
    ("دفن الرقيب أول سامر الوحيدي ظهرا", f"دفن الرقيب أول {WITHHELD} ظهرا"),
    ("أصيب أمين الشرطة كريم سالم بطلق", f"أصيب أمين الشرطة {WITHHELD} بطلق"),
    ("تكريم شهيد الواجب «طراد الشهري» اليوم", f"تكريم شهيد الواجب «{WITHHELD}» اليوم"),
    ("أسرة شهيد الوطن المجند نادر عثمان", f"أسرة شهيد الوطن المجند {WITHHELD}"),
    ("أوقفوا الناشط الحقوقي زياد العلواني", f"أوقفوا الناشط الحقوقي {WITHHELD}"),
    ("خطف الصحفي الإيطالي ماركو بونتي", f"خطف الصحفي الإيطالي {WITHHELD}"),
    ("نعى الأهالي الشهيد العريف وليد الزهراني", f"نعى الأهالي الشهيد العريف {WITHHELD}"),
    ("أنقذ المواطن العماني سلطان الزدجالي", f"أنقذ المواطن العماني {WITHHELD}"),
    ("أوقفوا الناشط مروزق المصري فجرا", f"أوقفوا الناشط {WITHHELD} فجرا"),
    ("اعتقل الناشط الحقوقي يوسف المحافظة.", f"اعتقل الناشط الحقوقي {WITHHELD}."),
    ("حكمت المحكمة بسجن محمد الزهراني عاما", f"حكمت المحكمة بسجن {WITHHELD} عاما"),
]
LISTED = [
    (
        "والمتهمون هم علي سالم، وليد محمود، هلال منصور، سامي جابر، كورلس ميلاد، أحمد سعيد.",
        f"والمتهمون هم {', '.join([WITHHELD] * 6)}.".replace(", ", "، "),
    ),
    (
        "أصيب وليد محمود، وسامي جابر، وأحمد سعيد، وأغلقت المدينة أبوابها.",
        f"أصيب {WITHHELD}، و{WITHHELD}، و{WITHHELD}، وأغلقت المدينة أبوابها.",
    ),
]
PARTS = [
    ("قتل وليد الشهابي، وقال الشهابي قبل موته", f"قتل {WITHHELD}، وقال {WITHHELD} قبل موته"),
    (
        "مقتل سامر الوحيدي وهو في بيته مع آل الوحيدي",
        f"مقتل {WITHHELD} وهو في بيته مع آل {WITHHELD}",
    ),
]
PUBLIC = [
    "قال وزير الداخلية محمد إبراهيم إن الحملة مستمرة",
    "التقى الرئيس محمود أحمد وفدا",
    "قصف على حاجز شرق المدينة",
    "هجوم على خالد في الطريق العام",
    "قتل ثلاثة مدنيين في سوق المدينة",
    "انفجار بشارع محمود إبراهيم وسط المدينة",
    "كتائب أحمد يوسف تعلن انسحابها من ساحة محمد خالد",
    'هجوم على مركز في منطقة "سلطان بيلي" بالمدينة',
    "رحبت الحركة بوزير داخليتها سامي زهران في المقر",
    "قال رئيس المجلس التنسيقي للمقاومة الشعبية بتعز، سامي زهران، إنها صمدت",
    "أدان الاتحاد الذي يرأسه وليد سالم الهجوم",
    "أحرقوا متاجر ودور عبادة مسيحية في البلدة",
    "طلب محامي المتهم بانتفاء مبررات الحبس إخلاء سبيله",
    "نفى محمود سليم، قائد الشرطة في البصرة، النبأ",
    "مقتل عادل خلف القيادي البارز في الجماعة",
    "وقال سامر زهران وهو متحدث باسم القوات",
    "القوات الموالية للرئيس بشار الأسد تتقدم",
    "الإطاحة بمعمر القذافي وحسني مبارك ومحمد مرسي",
    "أوضح وزير الخارجية الفلبيني، رودريغيز سامي كريم، الموقف",
    "دان نبيل سالم الأمين العام للمنظمة الهجوم",
    "زاروا مسجد السيدة زينب في القاهرة",
    "ذهبت إلى عمها لتخبره بما جرى",
    "تحترم الدولة حسن الجوار ويزيد التوتر في إسلام آباد",
    "أغلقت شوارع المنصور وعمر المختار",
    "اتفاق مع شركة لوكهيد مارتن للطيران",
    "أبرزهم القياديان أبو حمزة الشامي وأبو قتادة",
    "وقوات سعيد باسلمة تنسحب أمام سعيد باسلمة",
    "قدم اعتذاره لعائلة الصبيين اللذين قتلا",
    "خلف أقنعة تدعي زورا أنها للدين",
    "قبل أكثر من 20 عاما، 30 عاما",
    "أصيب النقيب وليد الزهراني",
    "أضاف اللواء محسن الجندي، مدير الأمن، أن الحملة مستمرة",
    "نصب الجندي المجهول وسط العاصمة",
    "صادروا هاتف الطالبة المصرية الراحلة",
    "الشهيد: «سلام على أهلنا جميعا»",
    "نقلوا الجندي الممدد على الرصيف",
    "رحب ممثل فرنسا كريم سالم بالهدنة",
    "نعى الأهالي العلامة محمد سعيد العاملي",
    "انتقد رجل الدين البارز محمد سعيد القرار",
    "اعتقلوا قيادات في الحزب أبرزهم خالد سالم وكريم نادر",
    "اقتحموا محطة سيدي جابر ثم غادروا",
    "نزحوا إلى خان يونس بعد القصف",
    "على كل مسلم عاقل أن يرفضه",
    "احتجوا في سجن محمد الزهراني أمس",
    "",
]


@pytest.mark.parametrize(("text", "shown"), PRIVATE)
def test_private_names_are_withheld(text: str, shown: str) -> None:
    assert masker(False)(text) == shown


@pytest.mark.parametrize("text", PUBLIC)
def test_public_names_and_prose_stay(text: str) -> None:
    assert masker(False)(text) == text


@pytest.mark.parametrize(("text", "shown"), LED)
def test_who_is_told_as_victim_or_suspect_is_private_beside_an_office(
    text: str, shown: str
) -> None:
    assert masker(False)(text) == shown


@pytest.mark.parametrize(("text", "shown"), LISTED)
def test_what_stands_between_the_names_of_a_list_is_one(text: str, shown: str) -> None:
    assert masker(False)(text) == shown


@pytest.mark.parametrize(("text", "shown"), PARTS)
def test_a_withheld_name_is_so_part_by_part(text: str, shown: str) -> None:
    assert masker(False)(text) == shown


@pytest.mark.parametrize("words", ["الرجال", "خاله", "شاب فلسطيني", "يهوديًا متطرفًا", "والد الرضيع"])
def test_words_that_hold_no_name_stay(words: str) -> None:
    assert not is_private("person", None, words)


@pytest.mark.parametrize("words", ["الشقيقان سامر زهران", "رمضان عبد المجيد المنصوري", "وليد سالم"])
def test_persons_who_have_a_name_and_no_office(words: str) -> None:
    assert is_private("person", None, words)


@pytest.mark.parametrize("words", ["المحافظ سامر زهران", "القيادي في الحركة، وليد سالم"])
def test_persons_of_an_office(words: str) -> None:
    assert not is_private("person", None, words)


def test_public_where_the_rest_of_the_report_says_so() -> None:
    told = known(("أعلن سامر زهران، محافظ نينوى، الحداد",), ())
    assert not is_private("person", None, "سامر زهران", told)
    assert masker(False, told)("إصابة سامر زهران") == "إصابة سامر زهران"


def test_the_parts_of_a_name_are_withheld_in_the_whole_report() -> None:
    told = known(("مقتل المهندسة سلمى وليد الشهابي في القصف",), ())
    assert masker(False, told)("وشيعت الشهابي في دوما") == f"وشيعت {WITHHELD} في دوما"
    assert without_parts("الشهابي", told) == WITHHELD
    assert without_parts("ساحة سعد الله", told) == "ساحة سعد الله"


def test_a_word_of_the_language_is_no_part_of_a_name() -> None:
    told = known(("قال الطبيب ريان العلي إنه رآهم",), ())
    assert masker(False, told)("صور نشرت على الشبكة") == "صور نشرت على الشبكة"
    assert masker(False, told)("عاد العلي مساء") == f"عاد {WITHHELD} مساء"


def test_names_on_request() -> None:
    assert masker(True)(PRIVATE[0][0]) == PRIVATE[0][0]


def test_known_public_figures_stay() -> None:
    text = "وصل محمود أحمد إلى المدينة"
    assert masker(False, Known(frozenset({"محمود احمد"})))(text) == text
