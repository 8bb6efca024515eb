import Reports
import Rules

extension Manual {
  /// What `screen` takes and says.
  static let screen = Manual(
    inputs: Bilingual(zh: "候选材料…", en: "CANDIDATE…"),
    summary: Bilingual(
      zh: "把许多候选放在一起比较，供推荐单位筛选", en: "many candidates side by side, for recommending units"),
    description: Bilingual(
      zh:
        "把许多份申报材料放在一起检查：候选与条款的对照表、各候选不符合的条款、差一条即可的候选、卡住最多候选的条款；给出推荐单位时，还核对名额、处分、排序和推荐渠道。\(inputForms.zh)",
      en:
        "Checks many applications together: a matrix of candidates against clauses, what each fails, who is one clause away, which clause stops most; with a recommending unit also its quota, penalties, ranking and channels. \(inputForms.en)"
    ),
    options: [
      .rulebook, .type, .date, .stage, .recommender, .format { $0.screeningFormat = $1 }, .failOn,
      .language,
      .rules, .lines, .output, .color, .strict, .help, .version,
    ],
    exitStatuses: Bilingual(
      zh: "0 候选均符合，推荐单位的规则也符合；1 有不符合；2 无不符合但有待定；\(failures.zh)",
      en:
        "0 all eligible, and the recommending unit's own rules hold; 1 one ineligible; 2 none ineligible, one undetermined; \(failures.en)"
    ),
    examples: [
      Bilingual(zh: "screen 候选/", en: "screen candidates/"),
      Bilingual(
        zh: "screen --recommender 推荐单位.json --format csv 候选/ > 结果.csv",
        en: "screen --recommender unit.json --format csv candidates/ > out.csv"),
      Bilingual(
        zh: "screen --format html --output 筛选.html 候选/",
        en: "screen --format html --output out.html candidates/"),
    ])
}
