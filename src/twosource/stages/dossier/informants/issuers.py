"""Say who stands behind a whole text: whoever issued it, where it is a release or a body's page."""

from __future__ import annotations

from twosource.model.acquired import Article
from twosource.model.claimed import Informant
from twosource.model.material import StoryMaterial
from twosource.stages.dossier.informants.bodies import body_named, key_of
from twosource.stages.dossier.informants.media import ISSUERS
from twosource.stages.dossier.informants.speaker import UNSTATED
from twosource.stages.dossier.informants.who_is_named import WhoIsNamed


class Issuers:
    """Who stands behind the texts of a story; made once per story, read only."""

    def __init__(self, material: StoryMaterial, names: WhoIsNamed) -> None:
        self._names = names
        self._articles = {each.article.id: each for each in material.articles}
        self._outlets = {each.id: each for each in material.outlets}
        self._origins = {
            member: lineage.origin
            for lineage in material.lineages
            for member in lineage.members
            if lineage.origin not in (None, member)
        }

    def of(self, article: Article) -> Informant:
        """Return who stands behind a whole text: a press release's issuer, else nobody stated.

        Who prints a release has it from the issuer of the one he prints.
        """
        printed = self._origins.get(article.id)
        if printed is not None:
            return self.of(self._articles[printed].article)
        outlet = self._outlets.get(article.outlet)
        official = outlet is not None and outlet.kind in ISSUERS
        if article.genre.name != "press release" and not official:
            return UNSTATED
        if outlet is not None and (official or outlet.owner == outlet.name):
            body = body_named(outlet.name, outlet.country)
            return Informant(kind="body", key=key_of(body), name=outlet.name, country=body.country)
        entity = self._names.issuing_body(self._articles[article.id], outlet.name if outlet else "")
        if entity is None:
            return UNSTATED
        body = body_named(entity.name, entity.country)
        return Informant(
            kind="body",
            key=key_of(body),
            name=entity.name,
            entity=entity.id,
            country=body.country,
        )
