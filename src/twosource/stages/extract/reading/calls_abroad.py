"""How lines that call the reader or serve the page begin in other languages than English."""

from __future__ import annotations

GERMAN_CALLS = r"""
    lesen sie (?:auch|hier|mehr|dazu)
    mehr (?:zum thema|dazu|lesen|zu\b.{0,40}$)
    auch interessant
    lesetipp
    zum thema\b.{0,20}$
    newsletter\b
    jetzt (?:abonnieren|anmelden|testen|lesen|kostenlos)
    anzeige\W*$
    werbung\W*$
    externer inhalt
    empfohlener (?:externer|redaktioneller)
    hier (?:finden|können) sie\b
    an dieser stelle (?:finden|findest)
    mit material (?:der|von)\b.{0,30}$
    artikel (?:teilen|merken|drucken)
    hat ihnen (?:dieser|der) (?:artikel|beitrag|text) gefallen
    mit agenturmaterial\b.{0,30}$
    deine privatsphäre
    ich bin damit einverstanden
    quellen? ?:
    hinweis der redaktion\b
    (?:der )?(?:artikel|text|beitrag) (?:geht|wird) (?:nach|unter)\b
    weiter(?:lesen)? nach der (?:anzeige|werbung)
"""
FRENCH_CALLS = r"""
    lire (?:aussi|également|la suite)
    à lire\b
    voir aussi
    article réservé
    il vous reste\b.{0,60}(?:lire|article)
    publicité\W*$
    newsletters?\b
    s['’]abonner
    abonnez-vous
    partager\W*$
    la suite (?:de (?:cet |l['’])article )?(?:après|ci-dessous|sous)\b
"""
SPANISH_AND_PORTUGUESE_CALLS = r"""
    leer? (?:también|más|mas|tambien)
    lea (?:también|además|más|aquí)
    te puede interesar
    noticias? relacionadas?\W*$
    también (?:te|le) puede
    ver (?:también|más)
    más (?:información|noticias)\W?.{0,60}$
    suscríb
    regístr
    síguenos
    publicidad\W*$
    leia (?:também|mais)
    veja (?:também|mais)
    saiba mais
    (?:o artigo |a matéria )?continua (?:após|depois)
    (?:el artículo |la nota )?(?:continúa|sigue) (?:debajo|después)
    assine\b
    siga\b.{0,40}(?:canal|instagram|whatsapp)
    publicidade\W*$
"""
# Italian, Dutch, Nordic, Polish, Czech, Turkish, Indonesian, Arabic, Russian, Japanese, Korean.
OTHER_CALLS = r"""
    leggi (?:anche|tutto|di più)
    potrebbe interessarti
    iscriviti
    (?:l['’])?articolo continua
    (?:de )?(?:tekst|artikel) gaat (?:verder|door)
    (?:artikkelen|artiklen|artikeln|saken|teksten|texten) forts(?:e|æ|ä)tter\b
    (?:juttu|artikkeli) jatkuu
    (?:pozostała|dalsza) część (?:artykułu|tekstu)
    článek pokračuje
    (?:haberin|yazının) devamı
    (?:artikel ini|lanjutkan membaca|gulir untuk)\b
    lees (?:ook|meer|verder)
    bekijk ook
    advertentie\W*$
    les (?:også|mer|mere)
    læs (?:også|mere)
    läs (?:också|mer|även)
    annons\W*$
    annonse\W*$
    czytaj (?:więcej|też|także|również)
    zobacz (?:też|także|również)
    dalszy ciąg
    reklama\W*$
    čtěte také
    přečtěte
    (?:ilginizi|bunlar da)\b
    baca juga
    اقرأ أيض
    читайте (?:также|ещё)
    この記事は(?:会員|有料)
    記事をマイページ
    (?:会員登録|続きを読む|残り\d)
    기사\s?제보
    подпис(?:ывайтесь|аться)
    читати також
    читайте також
"""
ABROAD = (GERMAN_CALLS, FRENCH_CALLS, SPANISH_AND_PORTUGUESE_CALLS, OTHER_CALLS)
