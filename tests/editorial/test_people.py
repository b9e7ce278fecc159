"""Made-up people are listed, each where she stands, and are a fair mixture."""

import pytest

from betweenus.editorial.people import names_in

SAYS = "says:\n  age: [young, old]\nalso: [ill]\n"


def listed(*people: str, balance: str = "", says: str = SAYS) -> str:
    entries = "".join(f"- {{{person}}}\n" for person in people)
    return says + balance + (f"people:\n{entries}" if people else "people: []\n")


@pytest.fixture
def naps(desk):
    desk.write("book/naps.md", "A nap for Rose, 40. Later she slept.\n\nIt is later for Ada.\n")
    return desk


ROSE = "file: book/naps.md, name: Rose, age: old"
ADA = "file: book/naps.md, name: Ada, age: not said"


def test_a_full_list_is_right(naps):
    naps.write_list("people.yml", listed(ROSE, ADA))
    naps.write_list("not_people.txt", "# Words that name nobody.\nIt\n")
    naps.write("book/more.md", "It is.\n")
    assert naps.problems() == []


def test_someone_who_is_not_listed_is_named_with_her_line(naps):
    naps.write_list("people.yml", listed(ROSE))
    naps.write("book/more.md", "a nap, and it is\n")
    assert naps.problems() == [
        "book/naps.md:3: Ada may be a made-up person: list a person in seeds/editorial/people.yml, and any other "
        "word in seeds/editorial/not_people.txt."
    ]


def test_someone_in_a_notebook_s_code_is_named_with_the_cell(desk):
    desk.write_list("people.yml", listed())
    desk.write_notebook("naps", "a nap", '# code\nJournal(prompt="a nap with Rose")')
    assert [problem.split(": ")[0] for problem in desk.problems()] == ["notebooks/naps.ipynb, cell 2"]


def test_someone_whom_the_file_does_not_know_is_named(naps):
    naps.write_list("people.yml", listed(ROSE, ADA, "file: book/naps.md, name: Eve, age: old"))
    naps.write("book/more.md", "it is\n")
    assert naps.problems() == [
        "seeds/editorial/people.yml:7: Eve: nobody has this name in book/naps.md; correct the entry, or take it out."
    ]


def test_a_file_that_is_not_there_is_named(naps):
    naps.write_list("people.yml", listed(ROSE, ADA, "file: book/dreams.md, name: Eve, age: old"))
    message = "seeds/editorial/people.yml:7: Eve: there is no page, notebook or exercise book/dreams.md."
    assert message in naps.problems()


def test_a_name_that_is_used_twice_in_a_file_is_named(naps):
    naps.write_list("people.yml", listed(ROSE, ADA, ROSE))
    assert "seeds/editorial/people.yml:7: Rose: this name is used twice for book/naps.md" in naps.problems()[0]


@pytest.mark.parametrize(
    ("person", "message"),
    [
        ("age: odl", "seeds/editorial/people.yml:5: Rose: `age` is 'odl'; did you mean `old`?"),
        ("also: [ill]", "seeds/editorial/people.yml:5: Rose: `age` is missing; it may be 'not said'."),
        ("age: old, also: [il]", "seeds/editorial/people.yml:5: Rose: `also` says 'il'; did you mean `ill`?"),
        ("age: old, agge: old", "seeds/editorial/people.yml:5: Rose: `agge` is not a field here; did you mean `age`?"),
    ],
)
def test_a_word_that_is_not_known_is_named_with_the_nearest(naps, person, message):
    naps.write_list("people.yml", listed(f"file: book/naps.md, name: Rose, {person}", ADA))
    assert message in naps.problems()


def test_a_word_that_is_no_name_and_stands_nowhere_is_named(naps):
    naps.write_list("people.yml", listed(ROSE, ADA))
    naps.write_list("not_people.txt", "It\nMonday\nRose\n")
    assert naps.problems() == [
        "seeds/editorial/not_people.txt:2: Monday stands in no text any more; take it out.",
        "seeds/editorial/not_people.txt:3: Rose is a person in people.yml; take the word out here, or the person "
        "there.",
    ]


@pytest.mark.parametrize(
    ("balance", "messages"),
    [
        ("{thing: age, words: [old], at_least: 50%}", []),
        ("{thing: age, words: [young], at_least: 1}", ["0 of 1 people are young (age); it takes at least 1."]),
        ("{thing: age, at_most: 50%}", ["1 of 1 people are old (age); it may be at most 50%."]),
        ("{thing: age, at_least: 1}", ["0 of 1 people are young (age); it takes at least 1."]),
        ("{thing: also, words: [ill], at_least: 50%}", ["0 of 2 people are ill (also); it takes at least 50%."]),
        ("{thing: aeg, at_least: 1}", ["`thing` is 'aeg'; did you mean `age`?"]),
        ("{thing: age, words: [yuong], at_least: 1}", ["`words` has 'yuong'; did you mean `young`?"]),
    ],
)
def test_a_mixture_that_is_out_of_balance_is_named(naps, balance, messages):
    naps.write_list("people.yml", listed(ROSE, ADA, balance=f"balance:\n- {balance}\n"))
    naps.write("book/more.md", "it is\n")
    assert naps.problems() == [f"seeds/editorial/people.yml:5: {message}" for message in messages]


def test_a_file_of_authors_is_left_out(desk):
    desk.write_list("people.yml", listed(says=f"except: [book/references.md]\n{SAYS}"))
    desk.write("book/references.md", "A book by Rose.\n")
    assert desk.problems() == []


def test_a_name_is_found_wherever_it_can_be_told_from_a_word():
    ordinary = {"rose", "later", "she", "called"}
    assert names_in("She called Rose. Later Ada rose.", ordinary) == {"Rose", "Ada"}
    assert names_in("Rose, 40. Later.", ordinary) == {"Rose"}
    assert names_in("Later she called.", ordinary) == set()
