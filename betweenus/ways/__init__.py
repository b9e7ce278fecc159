"""Short ways through a module: one sitting, one idea, one plan; minutes are computed from what stands there."""

from betweenus.ways.way import ShortWay, UnknownWay, Ways, short_way, way_through, ways_of

__all__ = ["ShortWay", "UnknownWay", "Ways", "short_way", "way_through", "ways_of"]
