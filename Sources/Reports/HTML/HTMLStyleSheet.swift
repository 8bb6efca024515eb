import RuleEngine

/// How the HTML formats look: a table on a wide screen and on paper, a card a clause on a phone.
///
/// Nothing is told by colour alone, so that a grey print says as much.
struct HTMLStyleSheet {
  let language: Language

  var text: String { "\n" + fonts + Self.common + Self.screening + phone + paper }

  /// Fonts that systems have: sans-serif on a screen, Song on paper, as Chinese forms are set.
  private var fonts: String {
    let screen =
      #""Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", "PingFang SC", "Microsoft YaHei", "Heiti SC", SimHei, sans-serif"#
    let paper =
      #""Source Han Serif SC", "Noto Serif CJK SC", "Noto Serif SC", "Songti SC", SimSun, serif"#
    let latin = Bilingual(zh: "", en: #""Segoe UI", "Helvetica Neue", Arial, "#)[language]
    let latinPaper = Bilingual(zh: "", en: #""Times New Roman", Times, "#)[language]
    return """
      :root { --screen: \(latin)\(screen); --paper: \(latinPaper)\(paper); }

      """
  }

  private static let common = """
    * { box-sizing: border-box; }
    html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
    body { margin: 0; background: #fff; color: #1a1a1a; font: 15px/1.6 var(--screen); }
    main { max-width: 1280px; margin: 0 auto; padding: 24px 20px 48px; }
    h1 { font-size: 1.6em; line-height: 1.3; text-align: center; margin: 0 0 .8em; }
    h2 { font-size: 1.3em; line-height: 1.35; margin: 1.6em 0 .4em; }
    h3 { font-size: 1.12em; line-height: 1.4; margin: 1.4em 0 .5em; }
    h4, h5, h6 { font-size: 1em; margin: 1.2em 0 .4em; }
    article + article { margin-top: 64px; padding-top: 24px; border-top: 3px double #555; }
    p, ul, ol { margin: .4em 0; }
    ul, ol { padding-left: 1.6em; }
    a { color: #0b4f8a; }
    code { font-family: ui-monospace, Menlo, Consolas, monospace; font-size: .86em; color: #333; }
    h1, h2, h3, h4, p, li, th, td, code { overflow-wrap: anywhere; }
    table { border-collapse: collapse; width: 100%; }
    th, td { border: 1px solid #767676; padding: 5px 7px; text-align: left; vertical-align: top; }
    thead th { background: #eceff1; font-weight: 700; overflow-wrap: break-word; }
    .facts th { width: 9em; background: #f6f7f8; font-weight: 700; }
    .origin, .small, .legend, .places, .id { color: #4a4a4a; font-size: .86em; }
    .origin code { font-size: .95em; }
    .verdict { font-weight: 700; }
    .mark { white-space: nowrap; font-weight: 700; }
    .pass.verdict, .pass .mark, .mark.pass, td.pass { color: #0b5a20; }
    .fail.verdict, .fail .mark, .mark.fail, td.fail { color: #951515; }
    .unknown.verdict, .unknown .mark, .mark.unknown, td.unknown { color: #6b4300; }
    td.fail { background: #fdecea; }
    td.unknown { background: #fff6dc; }
    .conclusion { border: 1px solid #767676; border-left-width: 7px; padding: 8px 12px; margin: 10px 0; }
    .conclusion.pass { border-color: #0b5a20; }
    .conclusion.fail { border-color: #951515; }
    .conclusion.unknown { border-color: #6b4300; border-left-style: double; }
    .conclusion p { margin: 0; }
    .form { table-layout: fixed; }
    .form thead th:nth-child(1) { width: 4.4%; white-space: nowrap; padding-left: 2px;
      padding-right: 2px; text-align: center; }
    .form thead th:nth-child(2) { width: 11%; }
    .form thead th:nth-child(3) { width: 19%; }
    .form thead th:nth-child(4) { width: 21.2%; }
    .form thead th:nth-child(5) { width: 19.4%; }
    .form thead th:nth-child(6) { width: 8%; }
    .form thead th:nth-child(7) { width: 17%; }
    .form td:first-child { text-align: center; padding-left: 2px; padding-right: 2px; }
    .form th[scope=rowgroup] { font-weight: 400; background: #fafafa; }
    .form tbody { border-top: 2px solid #555; }
    .form td p, .form th p { margin: 0 0 .25em; }
    .form td ul { margin: 0; padding-left: 1.2em; }
    .form .places { list-style: none; padding-left: 0; }
    .form .proof { list-style-type: "☐ "; }
    .form .attached { list-style: none; padding-left: 0; }
    .form .proof + .attached { margin-top: .25em; }
    .value { font-weight: 700; }
    .brief-form td:first-child { width: 3em; text-align: center; }

    """

  private static let screening = """
    .summary { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: 8px; }
    .summary li { border: 1px solid #767676; padding: 4px 14px; }
    .summary strong { font-size: 1.3em; }
    figure { margin: 10px 0; }
    figcaption { margin-bottom: 6px; }
    .drawings { columns: 26em 2; }
    .drawings svg { break-inside: avoid; }
    svg { display: block; width: 100%; max-width: 540px; height: auto; margin-bottom: 4px; }
    svg text { font: 13px var(--screen); fill: #1a1a1a; }
    svg .strong { font-weight: 700; }
    svg .sign { font-size: 11px; text-anchor: middle; }
    svg .right { text-anchor: end; }
    svg .on-dark { fill: #fff; }
    svg .full { fill: #4a1414; }
    svg .open { fill: #fff; stroke: #4a4a4a; stroke-width: 1.5; stroke-dasharray: 3 2; }
    svg .zero { fill: #1a1a1a; }
    svg .near { fill: #fff6dc; stroke: #1a1a1a; stroke-width: 2; }
    .scroll { overflow: auto; width: fit-content; max-width: 100%; max-height: 88vh; border: 1px solid #767676; }
    .matrix { width: auto; border-collapse: separate; border-spacing: 0; }
    .matrix th, .matrix td { border-width: 0 1px 1px 0; }
    .matrix thead th { position: sticky; top: 0; z-index: 1; vertical-align: bottom; }
    .matrix thead th:first-child { left: 0; z-index: 2; }
    .matrix tbody th { position: sticky; left: 0; background: #fff; min-width: 11em; max-width: 20em;
      font-weight: 400; }
    .matrix td { text-align: center; font-weight: 700; min-width: 2.2em; }
    .matrix .upright { writing-mode: vertical-rl; max-height: 17em; line-height: 1.25;
      font-weight: 400; margin: 0 auto; }
    .tallies { width: auto; }
    .tallies thead th { white-space: nowrap; }
    .number { text-align: right; white-space: nowrap; }
    .tallies tbody th { font-weight: 400; }
    .listing thead th { white-space: nowrap; }
    .listing .place { min-width: 9em; }
    .numbered td:first-child { text-align: center; white-space: nowrap; }
    .listing ul { margin: 0; padding-left: 0; list-style: none; }
    .listing li { padding-left: 1.3em; text-indent: -1.3em; }

    """

  /// On a phone every clause is a card; what the columns are called stands before the cells.
  private var phone: String {
    let words = HTMLPhrases(language: language)
    let labels = zip(
      2...,
      [
        words.requirementHeading, words.stated, words.proofHeading, words.verdictHeading,
        words.remarksHeading,
      ]
    )
    .map { "  .form td:nth-of-type(\($0))::before { content: \"\($1)\"; }\n" }.joined()
    return """
      @media screen and (max-width: 760px) {
        main { padding: 14px 12px 32px; }
        h1 { font-size: 1.35em; }
        .facts th { width: 6.2em; }
        .form, .form tbody, .form tr, .form td, .form th { display: block; width: auto; border: 0; }
        .form thead { position: absolute; width: 1px; height: 1px; overflow: hidden;
          clip-path: inset(50%); }
        .form tbody { border: 1px solid #767676; border-radius: 6px; margin: 0 0 14px;
          overflow: hidden; }
        .form tr { display: flex; flex-direction: column; padding-bottom: 8px; }
        .form tr + tr { border-top: 1px dashed #767676; }
        .form th[scope=rowgroup] { order: -1; background: #eceff1; padding: 8px 10px; }
        .form td { padding: 4px 10px; }
        .form td:empty { display: none; }
        .form td:first-child { text-align: left; padding: 6px 10px 0; color: #4a4a4a; }
        .form td:first-child::before { content: "\(words.numberHeading) "; }
        .form td:nth-of-type(n+2) { padding-left: 6.4em; position: relative; }
        .form td:nth-of-type(n+2)::before { position: absolute; left: 10px; width: 5.6em;
          font-weight: 400; font-size: .92em; color: #4a4a4a; }
      \(labels)  .listing, .listing tbody, .listing tr, .listing td { display: block; border: 0; }
        .listing thead { position: absolute; width: 1px; height: 1px; overflow: hidden;
          clip-path: inset(50%); }
        .listing tr { border: 1px solid #767676; border-radius: 6px; margin: 0 0 10px;
          padding: 4px 4px 8px; }
        .listing td { padding: 2px 8px; background: none; }
        .listing td:empty { display: none; }
        .numbered td:first-child { text-align: left; font-weight: 700; }
        .matrix tbody th { min-width: 7.5em; max-width: 9em; font-size: .86em; }
      }

      """
  }

  private var paper: String {
    let page = Bilingual(
      zh: #""第 " counter(page) " 页，共 " counter(pages) " 页""#,
      en: #""page " counter(page) " of " counter(pages)"#)[language]
    let font = Bilingual(zh: "SimSun, serif", en: "serif")[language]
    return """
      @page { size: A4 landscape; margin: 14mm 12mm 16mm;
        @bottom-center { content: \(page); font: 9pt \(font); } }
      @media print {
        body { font: 9pt/1.42 var(--paper); color: #000; }
        main { max-width: none; padding: 0; }
        h1, h2, h3, h4, th, .verdict, .mark, .value { font-family: var(--screen); }
        h1, h2, h3, h4, h5, figcaption, .legend { break-after: avoid; }
        h2 { margin-top: 1em; }
        article { break-before: page; }
        article:first-child { break-before: auto; }
        article + article { margin-top: 0; padding-top: 0; border-top: 0; }
        section + section.rulebook { break-before: page; }
        a { color: inherit; text-decoration: none; }
        thead { display: table-header-group; }
        /* A clause stays whole where a page can hold it. */
        tr, svg, .conclusion, .form tbody { break-inside: avoid; }
        th, td { border-color: #333; padding: 3px 5px; }
        .scroll { overflow: visible; max-height: none; border: 0; }
        .matrix { border-collapse: collapse; font-size: 8.5pt; }
        .matrix th, .matrix td { border: 1px solid #333; position: static; }
        .matrix td { min-width: 0; padding: 2px 1px; }
        /* A taller heading would not be repeated on the next page. */
        .matrix .upright { max-height: 11em; font-size: 7.5pt; }
        .form th[scope=rowgroup] { background: none; }
        svg { max-width: 125mm; }
      }

      """
  }
}
