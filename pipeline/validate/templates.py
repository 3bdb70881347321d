"""The templates checked: parts and options known, look complete, translations usable."""

from __future__ import annotations

from pipeline.models.raw import RawMap
from pipeline.models.spelling import did_you_mean
from pipeline.models.templates import PARTS, Option, PartPlan, RawTemplates, Templates
from pipeline.problems import Place, Problem, has_errors, problem
from pipeline.validate.form import Form
from pipeline.validate.template_letterhead import check_letterhead
from pipeline.validate.template_prints import check_prints
from pipeline.validate.template_style import check_style
from pipeline.validate.template_words import check_words

__all__ = ["validate_templates"]


def validate_templates(raw: RawTemplates) -> tuple[Templates | None, tuple[Problem, ...]]:
    """The checked templates, or None with at least one error that says why."""
    problems = list(raw.problems)
    parts = _parts(raw.pack, problems)
    style = check_style(raw.style, problems)
    wordings = check_words(raw, problems)
    prints, others = check_prints(raw, parts, _parts, problems)
    check_letterhead(raw.letterhead, problems)
    if style is None or has_errors(problems):
        return None, tuple(problems)
    return Templates(parts, style, wordings, prints, others, raw.letterhead), tuple(problems)


def _parts(pack: RawMap | None, problems: list[Problem]) -> tuple[PartPlan, ...]:
    if pack is None:
        if not has_errors(problems):
            problems.append(problem("YA06", Place("templates/pack.yaml"), name="templates/pack.yaml"))
        return ()
    form = Form(pack, problems, open=True)
    plans: list[PartPlan] = []
    for item in form.items("parts", "a list of parts, each as `- part: cover`"):
        plan = _plan(item, problems) if isinstance(item, RawMap) else None
        if plan is None:
            if not isinstance(item, RawMap):
                form.refuse("parts", item, "a list of parts, each as `- part: cover`")
            continue
        if any(plan.id == other.id for other in plans):
            problems.append(problem("TE02", item.place, part=plan.id))
            continue
        plans.append(plan)
    form.finish()
    return tuple(plans)


def _plan(item: RawMap, problems: list[Problem]) -> PartPlan | None:
    form = Form(item, problems, open=True)
    name = form.text("part", "the name of a part")
    if not name:
        return None
    if name not in PARTS:
        hint = did_you_mean(name, PARTS) or f"Parts are: {', '.join(PARTS)}."
        problems.append(problem("TE01", form.place("part"), part=name, hint=hint))
        return None
    options = {key: _option(form, key, option) for key, option in PARTS[name].items() if form.has(key)}
    for key in item.values:
        if key != "part" and key not in PARTS[name]:
            known = ", ".join(PARTS[name]) or "none"
            problems.append(problem("TE03", item.keys[key], option=key, part=name, known=known))
    return PartPlan(name, options)


def _option(form: Form, key: str, option: Option) -> str | int | bool:
    if isinstance(option.default, bool):
        return form.boolean(key, option.default)
    if isinstance(option.default, int):
        return form.integer(key, option.least, option.most, option.default)
    return form.choice(key, {name: name for name in option.choices}, option.default)
