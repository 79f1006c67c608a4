"""Tell from the class and id of an element what sort of place on the page it opens.

The names that pages give their boxes ("related-articles", "sharedaddy", "author-bio") are not
standardised but hardly vary: the table below holds those that occur on many sites. A name is
looked up as whole words: "article-related-box" holds the word "related", "unrelated" does not.
"""

from __future__ import annotations

import re
from functools import lru_cache

from twosource.stages.extract.reading import zones

NAMES: dict[int, str] = {
    zones.NAVIGATION: """
        nav navbar navigation breadcrumb breadcrumbs menu submenu masthead topbar pagination
        pager crumb crumbs toc jump-link jump-links skip-link skip-to prev-next next-prev
        post-navigation nav-links
        """,
    zones.FOOTER: "site-footer page-footer global-footer main-footer colophon",
    zones.ASIDE: """
        sidebar side-bar aside right-rail left-rail rightrail rail right-column right-col side-col
        secondary-column widget-area infobox info-box factbox fact-box
        """,
    zones.RELATED: """
        related relatedposts relatedpost relatedarticles relatedstories recommend
        recommended recommendation recommendations recommends recirc recirculation readmore
        read-more more-on more-from more-stories more-news more-articles more-to-read
        more-like-this more-in more-links more-coverage also-read also-like see-also
        read-next read-also read-this upnext up-next next-up most-read most-popular
        most-viewed most-shared popular trending teaser teasers promo promos outbrain
        taboola zergnet revcontent mgid jp-relatedposts yarpp latest-news latest-stories
        latest-articles latest-posts top-stories top-news you-may you-might editors-picks
        editor-picks suggested crosslink crosslinks cross-link cross-links interlink
        interlinks inline-link inline-links linkbox linked-stories article-list story-list
        news-list river similar must-read must-reads explore-more dont-miss what-to-read
        further-reading leia-mais lee-tambien lire-aussi verwandt verwandte empfehlungen
        mehr-zum-thema relacionado relacionada relacionados relacionadas correlati onward
        package-links rich-link link-list linklist
        """,
    zones.SHARE: """
        share sharing shares sharedaddy sd-sharing sharebar share-tools sharethis addthis
        addtoany a2a social socials socialmedia sociallinks socialicons follow-us follow-me
        follow-on follow-links tweet-this click-to-tweet tweetable like-button jp-likes
        like-us print-button print-btn email-button email-btn email-link utility-bar toolbar
        tool-bar article-tools story-tools reactions
        """,
    zones.SIGN_UP: """
        newsletter newsletters news-letter subscribe subscriber subscription signup sign-up
        mailing-list mailchimp mc4wp mc-embed optin opt-in email-form email-capture
        email-alert email-alerts get-the-app app-promo appeal donate donation donations
        support-us contribute membership become-a-member register registration login log-in
        signin sign-in gift-link epic
        """,
    zones.COMMENTS: """
        comment comments commentlist commento disqus respond livefyre viafoura spot-im
        spotim openweb coral hyvor discussion
        """,
    zones.BIO: """
        author-bio author-biography author-box author-card author-info author-description
        author-desc author-details author-detail author-profile author-about author-block
        author-footer author-module author-summary author-blurb authors-bio byline-bio
        contributor-bio contributor-info contributor-description writer-bio reporter-bio
        user-bio staff-bio columnist-bio bio biography about-author about-authors
        about-the-author about-the-authors post-author abh saboxplugin pp-multiple-authors
        molongui vcard-bio entry-author
        """,
    zones.CAPTION: """
        caption captions image-caption image-text image-description image-credit image-meta
        image-info image-source img-caption img-credit photo-caption photo-text
        photo-description media-caption media-credit figcaption cutline bildunterschrift
        legende pie-de-foto pie-foto didascalia video-caption video-title video-description
        """,
    zones.CREDIT: """
        photo-credit photo-credits photo-copyright photo-source photo-author photo-byline
        photo-agency bildquelle bildnachweis image-credits image-copyright image-author
        image-agency img-copyright
        picture-credit media-copyright photocredit imagecredit credit credits
        copyright-holder photographer crédito credito rights-holder rightsholder
        """,
    zones.FIGURE: """
        gallery galleries slideshow slide carousel slider swiper slick lightbox video-player
        video-container video-wrapper video-embed video-js video-block video-module
        videoplayer js-player jwplayer jw-player brightcove media-player audio-player
        photogallery photo-gallery image-gallery mugshot infogram datawrapper flourish
        """,
    zones.ADVERT: """
        ad ads adv advert adverts advertisement advertisements advertising adunit adslot
        adcontainer adwrapper adblock adbox adlabel adplacement adzone adtext adbanner
        adspace dfp gpt google-ad google-ads adsense adsbygoogle sponsor sponsors sponsored
        sponsorship commercial partner-links partner-content affiliate affiliate-disclaimer
        affiliate-disclosure outstream teads banner banners publicidad publicidade werbung
        anzeige reklama reklam annonse pub
        """,
    zones.BYLINE: """
        byline bylines by-line dateline datelines author authors timestamp timestamps
        time-stamp pubdate pub-date publishdate publish-date published-date published-on
        published-at date-published date-time date-line date-posted date-modified post-meta
        post-date post-info post-byline entry-meta entry-date entry-byline article-meta
        article-date article-info article-author article-byline article-published
        article-time story-meta story-date story-info story-byline metadata meta-data
        meta-info meta-line posted-on posted-by updated last-updated reading-time read-time
        min-read time-to-read contributor contributors journalist writer reporter view-count
        viewcount views-count post-views signature byl by contrib writtenby written-by
        """,
    zones.TAGS: """
        tags tag-list taglist tag-links tag-cloud post-tags article-tags entry-tags topics
        topic-list topic-links topic-tags keywords categories entry-footer filed-under
        post-categories story-tags subjects hashtags submeta
        """,
    zones.EMBED: """
        twitter-tweet tweet twitter-embed twitter-video instagram-media instagram-embed
        fb-post facebook-embed facebook-post tiktok-embed embed-twitter embed-instagram
        embed-facebook reddit-embed reddit-card bluesky-embed social-embed oembed
        telegram-post mastodon-embed threads-embed text-post-media truthsocial-embed
        tumblr-post linkedin-post vk-post social-post
        """,
    zones.NOTICE: """
        cookie cookies cookie-banner gdpr capping consent onetrust didomi privacy privacy-policy
        disclaimer disclaimers disclosure disclosures legal copyright copyrights modal capping popup
        pop-up overlay dialog dialogue notice notification notifications alert-bar alertbar
        browser-warning
        browser-upgrade site-message toast feedback survey poll quiz weather stock-ticker
        ticker breaking-news-bar error-message trust-project trust-label trustlogo rating
        ratings print-only printonly translate language-switcher archive-notice policy
        standards our-standards report-typo report-a-typo report-error typo
        """,
    zones.HIDDEN: """
        hidden hide sr-only sr-text srt visually-hidden visuallyhidden screenreader
        screen-reader screen-reader-text a11y-hidden is-hidden offscreen off-screen clip
        accessibility-text tooltip tooltips popover popovers rollover hovercard hover-card
        noprint no-print js-hidden u-hidden assistive-text jump-to skiplink
        """,
    zones.DECK: """
        deck dek standfirst stand-first subtitle sub-title subhead subheading sub-heading
        subheadline sub-headline subhed sub-hed subtitulo subline bajada chapeau chapo
        teaser-text article-dek article-deck article-subtitle article-teaser post-subtitle
        entry-subtitle story-deck story-dek vorspann entradilla sommario occhiello strapline
        strap tagline anreisser sub-tit subtit preamble preface einleitung manchet
        underrubrik undertittel undertitel
        unterzeile unterueberschrift subtitulo-noticia
        """,
    zones.LEAD: """
        excerpt summary article-summary article-lead article-intro article-excerpt
        article-description post-excerpt post-summary entry-summary story-summary lede lead
        leadtext lead-text lead-paragraph intro introduction ingress abstract synopsis
        description
        """,
    zones.KEYPOINTS: """
        keypoints key-points key-point bullets highlights takeaways takeaway bullet-points
        quickread at-a-glance tldr tl-dr in-brief ai-summary
        """,
    zones.BODY: """
        article-body article-content article-text article-copy article-paragraphs story-body
        story-content story-text story-copy post-body post-content post-text entry-content
        entry-body entry-text news-content news-body news-text content-body content-text
        main-content main-body main-text page-content single-content text-content body-text
        body-content body-copy richtext rich-text articlebody storytext storybody
        td-post-content the-content wysiwyg cuerpo corps texto article-inner
        """,
    zones.CORRECTION: """
        correction corrections clarification clarifications editors-note editor-note
        editors-notes article-correction errata erratum
        """,
    zones.HEADLINE: """
        headline article-title post-title entry-title story-title page-title main-title
        article-headline story-headline titulo
        """,
    zones.SECTION: """
        kicker eyebrow section-name section-label section-title section-link section-tag
        category category-name category-label category-link rubric rubrik overline
        supertitle overtitle topic-label article-section flag pretitle rubrique kick
        antetitulo volanta dachzeile primary-category cat-links trompet stikktittel vignette vinjett
        hattitle roofline spitzmarke
        """,
    zones.WALL: """
        paywall pay-wall paygate pay-gate regwall metered subscribe-wall premium-wall
        barrier piano-offer piano-inline tp-modal tp-container meter read-limit
        locked-content content-gate offer-zone
        """,
    zones.ENTRY: """
        liveblog-post liveblog-entry liveblog-update liveblog-item liveblog-card
        live-blog-post live-blog-entry live-blog-update live-blog-item live-blog-card
        lb-post live-post live-entry live-update live-item blog-post-entry timeline-post
        timeline-entry timeline-item timeline-event liveupdate liveblog-posting
        """,
}
_ZONE_OF: dict[tuple[str, ...], int] = {}
for _zone, _names in NAMES.items():
    for _name in _names.split():
        _words = tuple(_name.split("-"))
        _ZONE_OF[_words] = _ZONE_OF.get(_words, 0) | _zone
MOST_WORDS = max(map(len, _ZONE_OF))
_FIRST_WORDS = frozenset(words[0] for words in _ZONE_OF)
_WORD = re.compile(r"[^\W_]+")
_CASE = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")


@lru_cache(maxsize=20_000)
def zones_of_names(names: str) -> int:
    """Return the zones that class and id names, parted by blanks, speak of; 0 for none."""
    found = 0
    for name in names.split():
        words = [word.lower() for word in _WORD.findall(_CASE.sub("-", name))]
        for start, first in enumerate(words):
            if first in _FIRST_WORDS:
                for end in range(start + 1, min(start + MOST_WORDS, len(words)) + 1):
                    found |= _ZONE_OF.get(tuple(words[start:end]), 0)
    return found
