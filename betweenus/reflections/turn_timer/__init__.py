import traitlets as t

from betweenus.reflections.reflection import Reflection


class TurnTimer(Reflection):
    """Two people take turns to talk and to listen, with a clock that waits for them. Nothing is kept.

    Turns of a speaker and a listener come from couples' programmes such as PREP, by Markman, Stanley
    and colleagues. People who were actively listened to felt more understood than people who were given
    advice, though not more satisfied with the talk (Weger et al. 2014, doi:10.1080/10904018.2013.813234;
    strangers). Couples coped better in a talk in which they listened attentively (Kuhn et al. 2018,
    doi:10.1037/fam0000421; observed, not taught). Active listening in conflict did not predict who was
    happy later (Gottman et al. 1998). So the page promises a turn for each and no more.

    Args:
        id: see `Reflection`.
        prompt: what to talk about.
        roles: two different names, the one whose turn it is first. The couple can change them.
        minutes: how long a turn takes, 1 to 30. The couple can change it.
        rounds: how many turns each of the two has, 1 to 10. The couple can change it.

    Example:
        TurnTimer(id="a-turn-each", prompt="What was good between us this week?",
                  roles=["Speaker", "Listener"], minutes=3, rounds=2)
    """

    roles = t.List(t.Unicode()).tag(content=True)
    minutes = t.Int(3).tag(content=True)
    rounds = t.Int(2).tag(content=True)

    @t.default("roles")
    def _roles(self) -> list[str]:
        return [self.words("Speaker"), self.words("Listener")]

    def check(self) -> None:
        super().check()
        names = {role.strip() for role in self.roles} - {""}
        if len(self.roles) != 2 or len(names) != 2:
            raise self.error(
                f'`roles` is {self.roles}; it takes two different names, as in roles=["Speaker", "Listener"]'
            )
        if not 1 <= self.minutes <= 30:
            raise self.error(f"`minutes` is {self.minutes}; it can be 1 to 30")
        if not 1 <= self.rounds <= 10:
            raise self.error(f"`rounds` is {self.rounds}; it can be 1 to 10")
