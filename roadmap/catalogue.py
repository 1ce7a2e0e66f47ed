"""Build the frozen catalogue (initiatives, effects, platforms, flags, defaults) from the package's library."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from questionnaires.findings import ContentError
from questionnaires.pack import Pack, read_pack
from roadmap.catalogue_rows import (
    DefaultsRow,
    EffectRow,
    InitiativeRow,
    NamedRow,
    RoleRow,
)
from roadmap.flag_rows import FlagRow, ForbiddenRow, forbidden_by_industry
from roadmap.initiatives import (
    Catalogue,
    Chain,
    Defaults,
    Effect,
    Initiative,
    Raise,
)
from roadmap.pack_rows import MINOR_UNITS, RowReader
from roadmap.platform_rows import CriterionRow, PlatformRow
from roadmap.playbook_rows import PlaybookRow

LIBRARY = Path(__file__).parent / "library"
OVERLAY = "roadmap"
PREFIX = "roadmap/library/"

NO_MODULE = ("ORG", "ANY")
"""Module codes that stand for "no system needed"; they are named but no platform offers them."""


class Rows(RowReader):
    """The validated rows of the roadmap library with the place of each; what cannot be read becomes a finding."""

    def __init__(self, pack: Pack) -> None:
        """Read every row of every file, collecting findings instead of stopping at the first."""
        super().__init__(pack, PREFIX)
        self.initiatives = {
            row.id: row
            for document in pack.folder("initiatives/")
            for row in self.rows(document, "initiatives", InitiativeRow)
        }
        self.playbooks = {
            row.id: row
            for document in pack.folder("playbooks/")
            for row in self.rows(document, "playbooks", PlaybookRow)
        }
        self.effects = {row.id: row for row in self.rows("effects.yaml", "effects", EffectRow)}
        self.modules = {row.id: row for row in self.rows("modules.yaml", "modules", NamedRow)}
        self.roles = {row.id: row for row in self.rows("roles.yaml", "roles", RoleRow)}
        self.doers = {row.id: row for row in self.rows("doers.yaml", "doers", NamedRow)}
        self.flags = {row.code: row for row in self.rows("flags.yaml", "flags", FlagRow, key="code")}
        self.forbidden = {row.id: row for row in self.rows("forbidden.yaml", "forbidden", ForbiddenRow)}
        self.rubric = {row.id: row for row in self.rows("rubric.yaml", "criteria", CriterionRow)}
        self.platforms = {
            row.id: row for document in pack.folder("platforms/") for row in self.document(document, PlatformRow)
        }
        self.defaults = next(iter(self.document("defaults.yaml", DefaultsRow, key=None)), None)


def read_catalogue_pack(overlay: Path | None = None) -> Pack:
    """Read the YAML of this package, with the overlay's ``roadmap`` folder laid over it."""
    return read_pack(LIBRARY, overlay / OVERLAY if overlay else None)


def load_catalogue(overlay: Path | None = None) -> Catalogue:
    """Load the catalogue; ContentError with file and line when the pack cannot be used.

    Loaded once per overlay and process: content is immutable while the program runs.
    """
    return _loaded(overlay)


@cache
def _loaded(overlay: Path | None) -> Catalogue:
    return catalogue_from(read_catalogue_pack(overlay))


def catalogue_from(pack: Pack) -> Catalogue:
    """Turn a pack that was read into frozen objects; ContentError names every row that has not the right shape."""
    rows = Rows(pack)
    if rows.findings or rows.defaults is None:
        raise ContentError(rows.findings)
    rubric = {key: row.frozen() for key, row in sorted(rows.rubric.items())}
    return Catalogue(
        initiatives={key: _initiative(row) for key, row in sorted(rows.initiatives.items())},
        effects={key: _effect(row) for key, row in rows.effects.items()},
        modules={key: row.name.frozen() for key, row in rows.modules.items()},
        platforms={key: row.frozen(rows.modules, rubric) for key, row in sorted(rows.platforms.items())},
        flags={row.code: row.frozen() for row in rows.flags.values()},
        forbidden=forbidden_by_industry(rows.forbidden),
        roles={key: row.name.frozen() for key, row in rows.roles.items()},
        defaults=_defaults(rows.defaults, rows.roles),
        instead={ident: row.instead for row in rows.forbidden.values() for ident in row.initiatives},
        playbooks={key: row.frozen() for key, row in sorted(rows.playbooks.items())},
        rubric=rubric,
        doers={key: row.name.frozen() for key, row in rows.doers.items()},
    )


def _initiative(row: InitiativeRow) -> Initiative:
    return Initiative(
        id=row.id,
        name=row.name.frozen(),
        raises=tuple(Raise(r.capability, r.to, r.via) for r in row.raises),
        needs=row.needs,
        effort=dict(row.effort),
        months=row.months,
        cost_band=row.cost,
        one_off=row.one_off.money(),
        yearly=row.yearly.money(),
        kpi=row.kpi.frozen(),
        lever=row.lever,
        enables=row.enables,
        first_benefit=row.first_benefit,
        module=row.module,
        touches_stores=row.touches_stores,
        flags=row.flags,
        effect=row.effect,
        gates=dict(row.gates),
        exclusive_with=row.exclusive_with,
        source=row.source,
        commission_depth=row.commission.depth if row.commission else 0,
        paid_for=row.commission.paid_for if row.commission else (),
        kpi_falls=row.kpi_falls,
        governs=row.governs,
    )


def _effect(row: EffectRow) -> Effect:
    return Effect(
        id=row.id,
        name=row.name.frozen(),
        initiatives=row.initiatives,
        parameter=row.parameter,
        change=row.change.rate(),
        grade=row.grade,
        basis=row.basis.frozen(),
        cap=row.cap,
        variable_cost={key: cost.rate() for key, cost in row.variable_cost.items()},
        of=row.of,
        exposed=row.exposed,
        without_repeat=row.without_repeat,
        worth={key: change.rate() for key, change in row.worth.items()},
        exposed_share=row.exposed_share.rate() if row.exposed_share else None,
        charged=row.charged,
        charged_share=row.charged_share.rate() if row.charged_share else None,
        incremental=row.incremental.rate() if row.incremental else None,
    )


def _defaults(row: DefaultsRow, roles: Mapping[str, RoleRow]) -> Defaults:
    return Defaults(
        person_week=row.person_week * MINOR_UNITS,
        capacity_per_month=row.capacity_per_month,
        horizon_months=row.horizon_months,
        choice_months=row.choice_months,
        discount_per_year=row.discount_per_year,
        theta=row.theta,
        stress_benefit=row.stress_benefit,
        stress_cost=row.stress_cost,
        diminishing=row.diminishing,
        caps=dict(row.caps),
        adoption=dict(row.adoption),
        draws=row.draws,
        capacity={key: role.capacity for key, role in roles.items()},
        bands={band: cost.money() for band, cost in row.bands.items()},
        adoption_reached=row.adoption_reached.rate(),
        chain=Chain(row.chain.stores, row.chain.floor, row.chain.ceiling, row.chain.roles, row.chain.fees),
    )
