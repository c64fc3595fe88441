"""What explains in several sentences is edited in params/texts.yml, by whoever answers for the words."""

import ast
import re

from followup.ground.paths import PROJECT

# Longer than this, with more than one sentence, a text explains something: it is no label, unit or finding.
LONGEST = 140
SENTENCE = re.compile(r"[.:?!](?= |$)")


def written(text: ast.Constant | ast.JoinedStr) -> str:
    """What stands in the code of a string, without what it is filled with."""
    parts = text.values if isinstance(text, ast.JoinedStr) else [text]
    return "".join(part.value for part in parts if isinstance(part, ast.Constant) and isinstance(part.value, str))


def explanations(source: str) -> list[str]:
    """Every string of several sentences in a module, docstrings aside."""
    tree = ast.parse(source)
    described = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef) and isinstance(node.body[0], ast.Expr)
    }
    texts = [
        written(node)
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant | ast.JoinedStr) and id(node) not in described
    ]
    return [text for text in texts if len(text) > LONGEST and len(SENTENCE.findall(text)) > 1]


def test_an_explanation_is_found_in_a_string_and_in_an_f_string():
    long = "Ett värde är nära när det är inom gränsen. " * 4
    assert explanations(f'"""{long}"""\nnotes = ("{long}", "Kort. Text.")') == [long]
    assert explanations(f'def note(limit):\n    return f"{long}{{limit}}"')


def test_no_section_holds_an_explanation():
    found = {
        path.relative_to(PROJECT).as_posix(): texts
        for path in sorted((PROJECT / "followup" / "sections").rglob("*.py"))
        if (texts := explanations(path.read_text(encoding="utf-8")))
    }
    assert found == {}
