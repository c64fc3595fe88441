"""What is worked out of shared sheets is worked out again only when what it rests on is another."""

from followup.checks.common.shared_answers import SharedAnswers


def test_the_same_things_give_the_same_answer_without_work():
    asked, frame, earlier = [], object(), object()
    answers = SharedAnswers()

    def ask(when, *rests_on):
        return answers.answer("ledger", when, rests_on, lambda: asked.append(when) or len(asked))

    assert [ask("2024-04", frame, earlier), ask("2024-04", frame, earlier)] == [1, 1]
    # An equal frame that is another one may hold other rows: nobody looks.
    assert ask("2024-04", object(), earlier) == 2
    assert ask("2024-04", frame, None) == 3
    assert ask("2024-08", frame, None) == 4
    assert ask("2024-08", frame) == 5


def test_each_sheet_has_an_answer_of_its_own():
    frame, answers = object(), SharedAnswers()
    assert [answers.answer(name, 1, [frame], lambda name=name: name) for name in ("a", "b", "a")] == ["a", "b", "a"]
    assert answers.answer("a", 1, [frame], lambda: "again") == "a"
