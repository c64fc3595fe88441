"""What the characters of a text become in every format, and which of them the typefaces have."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from followup.ground.characters import printable
from followup.ground.typefaces import known, unshowable

# What people put in a spreadsheet's sentence.
USUAL = (
    "🔴🟠🟡🟢🔵🟣🟤⚪⚫🟥🟧🟨🟩🟦🟪🟫⬛⬜🔺🔻🔶🔷🔸🔹☑☐☒✓✔✗✘✕✖✅❌➕➖❗❓⚠ℹ⛔🚫🛑🚦🚧"
    "←↑→↓↔↕↖↗↘↙⇐⇒⇔➔➜➡⬅⬆⬇▲▼△▽▶◀►◄◆◇●○■□▪▫◻◼◦★☆⭐⚡❑❖➢➤•‣⁃–—…"
    "≥≤≠≈≡±×÷√∑∏Δ∞∅∈∩∪∂∫∴·‰½¼¾⅓⅔⅛¹²³⁴⁵⁰ⁿ₁₂₃€£$¥₽№℃℠™®©§¶†‡′″αβγδλμπσφΩ①②③❶❷❸ⅠⅡⅢ"
    "👍👎👌👏🙌🙏💪🤝👉👈👆👇😀😃😄😁😊🙂😐😕🙁☹☺😉😢😡😞🤔❤💚💛🧡💙♥♦♣♠♀♂"
    "📈📉📊💡📌📅📝📞📧✉☎✏🔒🔓🔑🔔⏰⏳🏁🎯🏆🔍💰🏥🏫🏠🚑🚌🎓📚🌍🌱♻☀☁❄🔥✨👤👥🔄🆗🆕💯"
)


def test_the_usual_signs_have_a_glyph():
    assert unshowable(USUAL) == []
    assert len(set(USUAL)) > 250


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Läget: 🔴 ekonomi", "Läget: 🔴 (röd) ekonomi"),
        ("🟢ekonomi, 🟡🔴", "🟢 (grön) ekonomi, 🟡 (gul) 🔴 (röd)"),
        ("⚪\ufe0f ej påbörjat", "⚪\ufe0f (vit) ej påbörjat"),
        # The writer's own word is enough.
        ("🔴 Röd", "🔴 Röd"),
        ("🟢 (grön)", "🟢 (grön)"),
        ("🟥röd 🟧 🟨 🟩 🟦", "🟥röd 🟧 (orange) 🟨 (gul) 🟩 (grön) 🟦 (blå)"),
        ("\uf0b7 a \uf0a7 b \uf0d8 c \uf0fc d \uf0e0 e \uf04a", "• a ▪ b ➢ c ✓ d → e ☺"),
        # Drawn differently by Symbol and Wingdings: not guessed.
        ("\uf0a3", "\uf0a3"),
        ("a\r\nb\u2028c_x000D_\nd\x07", "a\nb\nc\nd\ufffd"),
    ],
)
def test_signs_become_words_and_everybodys_signs(text, shown):
    assert printable(text) == shown


@given(
    st.text(
        alphabet=st.one_of(st.sampled_from("🔴🟢⚪🧡 (röd)\ufe0f\uf0b7\r\n\x85_x000D"), st.characters()), max_size=30
    )
)
def test_a_text_may_pass_twice(text):
    assert printable(printable(text)) == printable(text)


@pytest.mark.parametrize(
    ("text", "signs"),
    [
        ("Åtgärd – 5 % ”citat”", []),
        ("👍🏽 1️⃣ 👨‍👩‍👧", []),
        ("🦄 och 𓀀 och 🦄", ["🦄", "𓀀"]),
        ("Falkenberg\ufffd", ["\ufffd"]),
        ("\x07", ["\ufffd"]),
        ("\uf0a3 \uf0b7", ["\uf0a3"]),
        ("中", ["中"]),
    ],
)
def test_what_cannot_be_shown_is_found(text, signs):
    assert unshowable(text) == signs


def test_every_letter_of_the_latin_alphabets_is_there():
    assert {chr(code) for code in range(0xC0, 0x180) if code not in (0x138, 0x149, 0x17F)} <= known()
