"""Bad input: each is named with file and line, costs nothing else, and is never guessed at."""

from __future__ import annotations

import base64
import gzip
import io
import json
import quopri
import zipfile
from pathlib import Path

import pytest

from waqai.errors import DecodeError, EmptyError, FlawError, InputError, LimitError, RecordError
from waqai.read import Received, again, receive
from waqai.read.limits import MIB, REPORT_BYTES

TEXT = "قتل ثلاثة أشخاص في انفجار سيارة مفخخة في مدينة دوما اليوم الأحد، بحسب مصدر طبي."
GOOD = json.dumps({"id": "good", "text": TEXT}, ensure_ascii=False).encode()


def read(folder: Path, name: str, raw: bytes) -> list[Received | InputError]:
    path = folder / name
    path.write_bytes(raw)
    return list(receive(str(path)))


def only(items: list[Received | InputError]) -> Received:
    (item,) = items
    assert isinstance(item, Received), item
    return item


@pytest.mark.parametrize("name", ["a.txt", "a.jsonl", "a.json", "a.csv", "a.html", "a"])
def test_empty_file(tmp_path: Path, name: str) -> None:
    (item,) = read(tmp_path, name, b"")
    assert isinstance(item, EmptyError)
    assert item.where.endswith(name)


def test_nothing_in_it(tmp_path: Path) -> None:
    packed = io.BytesIO()
    zipfile.ZipFile(packed, "w").close()
    (tmp_path / "folder" / "empty").mkdir(parents=True)
    blank = (read(tmp_path, "a.jsonl", b"\n \n"), read(tmp_path, "a.csv", b"id,body\n"),
             read(tmp_path, "a.zip", packed.getvalue()), receive(str(tmp_path / "folder")))  # fmt: skip
    for found in blank:
        (item,) = found
        assert isinstance(item, EmptyError)
        assert item.where


@pytest.mark.parametrize(
    "raw", [bytes(range(256)) * 20, b"\x89PNG\r\n\x1a\n" + b"\0" * 90, b"%PDF-1.7\n%\xe2\xe3\n1 0 obj",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, b"{\\rtf1\\ansi x}"]
)  # fmt: skip
@pytest.mark.parametrize("name", ["a.txt", "a.jsonl", "a.csv", "a.html", "a"])
def test_binary(tmp_path: Path, name: str, raw: bytes) -> None:
    found = read(tmp_path, name, raw)
    assert found
    assert all(isinstance(item, InputError) for item in found)
    assert str(tmp_path / name) in str(found[0])


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "windows-1256",
                 "iso-8859-6", "mac-arabic", "cp720"]
)  # fmt: skip
@pytest.mark.parametrize("name", ["a.txt", "a.jsonl", "a.csv"])
def test_encodings(tmp_path: Path, name: str, encoding: str) -> None:
    whole = {
        "a.txt": f"خبر عاجل من المدينة\n\n{TEXT}",
        "a.jsonl": json.dumps({"title": "خبر عاجل من المدينة", "text": TEXT}, ensure_ascii=False),
        "a.csv": f'title;text\n"خبر عاجل من المدينة";"{TEXT}"',
    }[name]
    if encoding == "cp720":  # DOS had no Arabic comma
        whole = whole.replace("،", "")
    report = only(read(tmp_path, name, whole.encode(encoding))).report
    assert report.body.replace("،", "") == TEXT.replace("،", "")
    assert report.title == "خبر عاجل من المدينة"


def test_mixed_encodings_in_one_file(tmp_path: Path) -> None:
    lines = [json.dumps({"id": i, "text": f"{TEXT} {i}"}, ensure_ascii=False) for i in range(4)]
    raw = b"\n".join(line.encode("windows-1256" if i % 2 else "utf-8")
                     for i, line in enumerate(lines))  # fmt: skip
    found = read(tmp_path, "a.jsonl", raw)
    assert [item.report.body for item in found] == [f"{TEXT} {i}" for i in range(4)]
    assert [item.encoding for item in found] == ["utf-8", "windows-1256"] * 2
    text = f"{TEXT}\n".encode() + TEXT.encode("windows-1256")
    mixed = only(read(tmp_path, "a.txt", text))
    assert mixed.report.body == f"{TEXT}\n{TEXT}"
    assert mixed.encoding == "utf-8+windows-1256"


def test_text_encoded_twice(tmp_path: Path) -> None:
    mangled = TEXT.encode().decode("latin-1").encode()
    assert only(read(tmp_path, "a.txt", mangled)).report.body == TEXT


def test_broken_letter_costs_only_itself(tmp_path: Path) -> None:
    raw = TEXT.encode()
    broken = raw[:-2] + raw[-1:]
    body = only(read(tmp_path, "a.txt", broken)).report.body
    assert body.startswith(TEXT[:-2])


def test_lone_surrogate(tmp_path: Path) -> None:
    found = read(
        tmp_path, "a.jsonl", b'{"id":"s\\udfff","text":"\\ud800 ' + TEXT.encode() + b'"}\n' + GOOD
    )
    assert [item.report.text for item in found] == [f"\ufffd {TEXT}", TEXT]
    found[0].report.text.encode()


def test_bidi_overrides_stay_in_the_text(tmp_path: Path) -> None:
    text = f"\u202e{TEXT}\u202c \u2067قتل\u2069"
    assert only(read(tmp_path, "a.txt", text.encode())).report.body == text


def test_line_of_ten_megabytes(tmp_path: Path) -> None:
    long = b'{"id":"long","text":"' + "قتل ".encode() * (10 * MIB // 7) + b'"}'
    found = read(tmp_path, "a.jsonl", GOOD + b"\n" + long + b"\n" + GOOD)
    assert [type(item) for item in found] == [Received, LimitError, Received]
    assert found[1].where.endswith("a.jsonl:2")
    assert found[2].line == 3
    assert isinstance(read(tmp_path, "b.txt", b"x" * (REPORT_BYTES + 1))[0], LimitError)


def test_file_of_two_hundred_megabytes(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    line = b'{"text":"' + b" " * (2 * MIB) + b'"}\n'
    with path.open("wb") as stream:
        for _ in range(100):
            stream.write(line)
        stream.write(GOOD)
    good = blank = 0
    for item in receive(str(path)):
        blank += isinstance(item, EmptyError)
        good += isinstance(item, Received)
    assert (good, blank) == (1, 100)


def test_zip_bomb(tmp_path: Path) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("bomb.txt", b"\0" * (100 * MIB))
        archive.writestr("good.jsonl", GOOD)
    (item,) = read(tmp_path, "a.zip", out.getvalue())
    assert isinstance(item, LimitError)
    assert "a.zip" in item.where


def test_nested_zip_bomb(tmp_path: Path) -> None:
    inner = GOOD
    for depth in range(6):
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as archive:
            archive.writestr(f"{depth}.zip" if depth else "good.jsonl", inner)
            archive.writestr("also.jsonl", GOOD)
        inner = out.getvalue()
    found = read(tmp_path, "a.zip", inner)
    assert sum(isinstance(item, Received) for item in found) == 2
    assert sum(isinstance(item, LimitError) for item in found) == 1


def test_gzip_bomb_and_broken_gzip(tmp_path: Path) -> None:
    (bomb,) = read(tmp_path, "a.txt.gz", gzip.compress(b" " * (50 * MIB)))
    assert isinstance(bomb, LimitError)
    whole = gzip.compress(GOOD + b"\n" + GOOD * 50)
    (cut,) = [i for i in read(tmp_path, "b.jsonl.gz", whole[:-9]) if isinstance(i, InputError)]
    assert "b.jsonl" in cut.where
    assert only(read(tmp_path, "c.jsonl.gz", gzip.compress(GOOD))).report.id == "good"


def test_broken_zip_and_office(tmp_path: Path) -> None:
    assert isinstance(read(tmp_path, "a.zip", b"PK\x03\x04 broken")[0], InputError)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("[Content_Types].xml", "x")
        archive.writestr("word/document.xml", "x")
    (item,) = read(tmp_path, "a.docx", out.getvalue())
    assert isinstance(item, DecodeError)
    assert "Office" in str(item)


def test_zip_with_one_bad_file(tmp_path: Path) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("b/good.jsonl", GOOD)
        archive.writestr("a/bad.txt", bytes(range(32)) * 9)
        archive.writestr("__MACOSX/b/._good.jsonl", b"\0")
    bad, good = read(tmp_path, "a.zip", out.getvalue())
    assert isinstance(bad, DecodeError)
    assert bad.where.endswith("a.zip/a/bad.txt")
    assert isinstance(good, Received)
    assert good.source.endswith("a.zip/b/good.jsonl")


@pytest.mark.parametrize(
    "line", [b"{broken", b'{"id": 1, "text": "x"', b"[1]", b'"text"', b"{}", b'{"id": [1], "text": "x"}',
             b'{"text": 5}', b'{"text": null}', b"[" * 100_000, b'{"text": "a\tb"}', b"null", b"1e999",
             b'{"text": "  "}']
)  # fmt: skip
def test_broken_json_in_the_middle(tmp_path: Path, line: bytes) -> None:
    found = read(tmp_path, "a.jsonl", b"\n".join((GOOD, line, b"", GOOD)))
    assert [type(item) for item in found][::2] == [Received, Received]
    assert isinstance(found[1], RecordError | EmptyError)
    assert found[1].where.endswith("a.jsonl:2")
    assert found[2].line == 4


def test_broken_csv_row_in_the_middle(tmp_path: Path) -> None:
    table = f'id,published,body\n1,,{TEXT[:40]}\n2,"never closed\n3,2025-05-17,"{TEXT[:50]}\nثان"\n4,x\n5,,آخر السطور'
    found = read(tmp_path, "a.csv", table.encode())
    good = [item.report.id for item in found if isinstance(item, Received)]
    bad = [item.where.rsplit(":", 1)[1] for item in found if isinstance(item, InputError)]
    assert good == ["1", "3", "5"]
    assert bad == ["3", "6"]


@pytest.mark.parametrize(
    "value", ["2025-02-30", "31/02/2025", "أمس", "05/06/2025", "0000-00-00", True, 17, [1]]
)
def test_impossible_date_is_unknown_and_said(tmp_path: Path, value: object) -> None:
    line = json.dumps({"id": "a", "published": value, "text": TEXT}).encode()
    flaw, item = read(tmp_path, "a.jsonl", line)
    assert isinstance(flaw, FlawError)
    assert flaw.where.endswith("a.jsonl:1")
    assert isinstance(item, Received)
    assert item.report.published is None
    assert item.report.extra["published"] == value


@pytest.mark.parametrize("value", [None, "", "  "])
def test_missing_date_is_unknown(tmp_path: Path, value: str | None) -> None:
    line = json.dumps({"id": "a", "published": value, "text": TEXT}).encode()
    assert only(read(tmp_path, "a.jsonl", line)).report.published is None


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "fa",
            "در حمله افراد مسلح به پاسگاه پلیس در شهر زاهدان سه مأمور کشته و پنج نفر زخمی شدند.",
        ),
        (
            "ur",
            "پولیس چوکی پر نامعلوم مسلح افراد کے حملے میں تین اہلکار ہلاک اور پانچ زخمی ہو گئے۔",
        ),
        (
            "ku",
            "لە هێرشێکی چەکداران بۆ سەر بنکەیەکی پۆلیس لە شارەکە سێ کەس کوژران و پێنج کەسیش بریندار بوون.",
        ),
        (
            "en",
            "Gunmen attacked a police post in the city, killing three officers and wounding five.",
        ),
        (
            "fr",
            "Des hommes armés ont attaqué un poste de police dans la ville, tuant trois agents.",
        ),
        ("ar", TEXT),
        ("ar", "هجوم للمسلحين على مدينة پيشاور أوقع قتلى في صفوف الشرطة"),
        ("ar", "ضربو السوق البارح وماتو زوج ناس في البلاد"),
    ],
)
def test_language_is_named(tmp_path: Path, language: str, text: str) -> None:
    assert only(read(tmp_path, "a.txt", text.encode())).report.language == language


def test_missing_file_and_folder_with_hidden_files(tmp_path: Path) -> None:
    (item,) = receive(str(tmp_path / "none.txt"))
    assert isinstance(item, InputError)
    assert "none.txt" in item.where
    (tmp_path / ".hidden.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "b.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "a.jsonl").write_bytes(GOOD)
    assert [Path(item.source).name for item in receive(str(tmp_path))] == ["a.jsonl", "b.txt"]


def test_raw_bytes_are_those_of_the_report(tmp_path: Path) -> None:
    table = f"id,body\r\n1,{TEXT[:30]}\r\n2,{TEXT[:40]}".encode("windows-1256")
    found = read(tmp_path, "a.csv", table)
    assert [item.raw for item in found] == [
        table.split(b"\n")[0] + b"\n" + line for line in table.split(b"\n")[1:]
    ]


def test_json_arrays_and_one_spread_object(tmp_path: Path) -> None:
    records = [{"id": str(i), "text": f"{TEXT} {i}"} for i in range(3)]
    spread = json.dumps(records, ensure_ascii=False, indent=1).encode()
    found = read(tmp_path, "a.json", spread)
    assert [item.report.id for item in found] == ["0", "1", "2"]
    assert [item.line for item in found] == [2, 6, 10]
    assert only(read(tmp_path, "b.json", json.dumps(records[0], indent=1).encode())).given
    assert only(read(tmp_path, "c.json", GOOD)).report.id == "good"


HEADINGS = (
    "id,Headline,Date,Source,Content", "uid;headline;publish_date;publisher;article_text",
    "المعرّف,العنوان,تاريخ النشر,المصدر,نص الخبر", "رقم\tعنوان\tالتاريخ\tالصحيفة\tالمحتوى",
)  # fmt: skip


@pytest.mark.parametrize("heading", HEADINGS)
@pytest.mark.parametrize("name", ["a.csv", "a"])
def test_headings_of_tables(tmp_path: Path, heading: str, name: str) -> None:
    mark = next(mark for mark in ",;\t" if mark in heading)
    row = mark.join(("7", "خبر عاجل", "2025-05-17", "الصباح", TEXT.replace(",", "،")))
    report = only(read(tmp_path, name, f"{heading}\n{row}".encode())).report
    assert (report.id, report.title, report.published) == ("7", "خبر عاجل", "2025-05-17")
    assert (report.outlet, report.body) == ("الصباح", TEXT)


def test_a_fields_own_name_goes_before_other_headings(tmp_path: Path) -> None:
    table = f"content,text,headline,subject\nمختصر,{TEXT},عنوان أول,عنوان ثان"
    report = only(read(tmp_path, "a.csv", table.encode())).report
    assert (report.body, report.title) == (TEXT, "عنوان أول")
    assert report.extra == {"content": "مختصر", "subject": "عنوان ثان"}


def test_a_table_without_texts_says_which_columns_it_has(tmp_path: Path) -> None:
    (item,) = read(tmp_path, "a.csv", "رقم;المدينة;القتلى\n1;دوما;3".encode())
    assert isinstance(item, RecordError)
    assert item.what.endswith("the columns are: رقم, المدينة, القتلى")


def test_fields_of_a_record_without_text_are_told(tmp_path: Path) -> None:
    flaw, title = read(tmp_path, "a.jsonl", '{"title": "مقتل جندي في دوما", "tags": []}'.encode())
    assert isinstance(flaw, FlawError)
    assert flaw.what == "a title without body or text; its fields are: title, tags"
    assert isinstance(title, Received)
    (none,) = read(tmp_path, "b.jsonl", f'{{"story": "{TEXT}"}}'.encode())
    assert isinstance(none, RecordError)
    assert none.what == "no body or text; its fields are: story"


PAGE = f"<html><head><title>خبر من دوما</title></head><body><p>{TEXT}</p></body></html>"


def archived(page: str, coding: str, charset: str = "utf-8") -> bytes:
    """A page as Chrome saves it in one file."""
    encode = {"base64": base64.encodebytes, "quoted-printable": quopri.encodestring}[coding]
    head = (
        "From: <Saved by Blink>\r\nSubject: =?utf-8?Q?=D8=AE=D8=A8=D8=B1?=\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="----b"\r\n\r\n'
        f"------b\r\nContent-Type: text/html; charset={charset}\r\n"
        f"Content-Transfer-Encoding: {coding}\r\nContent-Location: https://news.example/7\r\n\r\n"
    )
    style = "\r\n------b\r\nContent-Type: text/css\r\n\r\np { color: red }\r\n------b--\r\n"
    return head.encode() + encode(page.encode(charset)) + style.encode()


@pytest.mark.parametrize("name", ["a.mht", "a.mhtml", "a"])
@pytest.mark.parametrize("coding", ["base64", "quoted-printable"])
@pytest.mark.parametrize("charset", ["utf-8", "windows-1256"])
def test_web_archives(tmp_path: Path, name: str, coding: str, charset: str) -> None:
    item = only(read(tmp_path, name, archived(PAGE, coding, charset)))
    assert (item.report.title, item.report.body, item.media) == ("خبر من دوما", TEXT, "html")
    found = again(item.raw, item.media, item.source)
    assert isinstance(found, Received)
    assert found.report.text == item.report.text


def test_a_web_archive_without_a_page(tmp_path: Path) -> None:
    raw = b'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="b"\n\n--b\n\nx\n--b--\n'
    (item,) = read(tmp_path, "a.mht", raw)
    assert isinstance(item, EmptyError)
