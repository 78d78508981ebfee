#include "plan/recommendation_response_section.hpp"
#include "kernel/text.hpp"
#include "plan/owner_link.hpp"
#include "web/pages/pieces.hpp"
#include "web/ui/marks.hpp"
#include "web/ui/table.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace openmasa::responses {
namespace {

// --- how many how -------------------------------------------------------------------------------

template<class Which> int count(const Section& section, Which which) {
    return static_cast<int>(std::ranges::count_if(section.lines, which));
}

void add_count(Html& items, int number, const Html& shape, std::string_view words) {
    if (number > 0)
        append(
            items,
            R"(<li><svg aria-hidden="true" focusable="false" viewBox="0 0 12 12">{}</svg>{} {}</li>
)",
            shape, number, words);
}

Html sign_of(Answer answer) {
    switch (answer) {
    case Answer::accepted: return html(R"(<circle class="om-dot" cx="6" cy="6" r="5"/>)");
    case Answer::in_part:
        return html(R"(<circle class="om-dot om-dot--part" cx="6" cy="6" r="5"/>)");
    case Answer::not_accepted:
        return html(R"(<path class="om-dot--wait" d="M2 2 10 10M10 2 2 10"/>)");
    }
    return {};
}

Html counts(const Section& section) {
    Html items;
    for (const auto answer : all_answers) {
        const auto is_so = [&](const Line& line) {
            return line.response && line.response->answer == answer;
        };
        add_count(items, count(section, is_so), sign_of(answer), lower(spoken(answer)));
    }
    const auto stand = [&](Standing standing) {
        return count(section, [&](const Line& line) {
            return standing_on(line.response, section.today) == standing;
        });
    };
    add_count(items, stand(Standing::waits),
              html(R"(<circle class="om-dot om-dot--wait" cx="6" cy="6" r="5"/>)"), "not yet due");
    add_count(items, stand(Standing::late),
              html(R"(<path class="om-dot--late" d="M6 0 12 6 6 12 0 6z"/>)"), "late");
    add_count(items, stand(Standing::not_asked),
              html(R"(<circle class="om-dot om-dot--wait" cx="6" cy="6" r="2"/>)"), "not asked");
    return items;
}

std::string below(const Section& section, std::string_view what) {
    return fmt::format("/recommendations/{}/{}", section.recommendation.view(), what);
}

Html acts(const Section& section) {
    if (!section.may_ask) return {};
    const bool anybody = count(
        section, [](const Line& line) { return line.response && !line.response->is_answered(); });
    const bool is_asked =
        count(section, [](const Line& line) { return line.response.has_value(); });
    return html("<li>{}</li>{}\n",
                pages::link(below(section, "ask"), is_asked ? "Ask others, or for another day"
                                                            : "Ask them for their answers"),
                when(anybody, html("<li>{}</li>", pages::link(below(section, "remind"),
                                                              "Remind those who have not "
                                                              "answered"))));
}

// --- each ---------------------------------------------------------------------------------------

std::string how_often(int times) {
    if (times == 1) return " Reminded once.";
    if (times == 2) return " Reminded twice.";
    return times ? fmt::format(" Reminded {} times.", times) : std::string();
}

Html not_answered(const Line& line, Day today) {
    if (!line.response) return html(R"(<span class="om-quiet">Not asked yet.</span>)");
    const auto& response = *line.response;
    const int late = days_late(response, today);
    const auto when_due =
        fmt::format("Asked on {}, due {}{}.{}", openmasa::spoken(response.asked_on),
                    openmasa::spoken(response.due),
                    late ? fmt::format(", {} late", counted(late, "day")) : std::string(),
                    how_often(response.reminded));
    if (late) return html("{} {}", pages::missing("Not answered."), when_due);
    return html(R"(<span class="om-quiet">Not answered. {}</span>)", when_due);
}

Html answer_cell(const Line& line, Day today) {
    const bool is_answered = line.response && line.response->is_answered();
    auto said = is_answered
                    ? html(R"(<b class="om-strong">{}.</b> {})", spoken(*line.response->answer),
                           escaped_lines(line.response->done))
                    : not_answered(line, today);
    if (line.response && line.may_answer)
        append(said, "<br>{}",
               pages::link(address_of(*line.response),
                           is_answered ? "Change this answer" : "Answer", line.who.name));
    return said;
}

Html evidence_cell(const Line& line) {
    const bool has_words = line.response && !line.response->evidence.empty();
    const bool has_link = line.response && !line.response->link.empty();
    if (!has_words && !has_link) return ui::evidence_mark(ui::Standing::not_started, 0);
    return when(has_words, escaped_lines(line.response->evidence)) +
           when(has_words && has_link, html("<br>")) +
           when(has_link, pages::link(line.response->link, "Where it is"));
}

Html date_cell(const Line& line, Day today) {
    if (!line.response || !line.response->answered_on) return {};
    const int late = days_late(*line.response, today);
    return html(R"(<span class="om-nowrap">{}</span>{})",
                openmasa::spoken(*line.response->answered_on),
                when(late > 0, html("<br>{}", pages::missing(counted(late, "day") + " late"))));
}

Html table(const Section& section, const terms::Words& words) {
    ui::Table table{.caption = words.say("Answers by [agency]"),
                    .caption_classes = "govuk-visually-hidden",
                    .head = {{.text = words.heading(terms::Word::agency)},
                             {.text = "Answer, and what was done"},
                             {.text = "Evidence"},
                             {.text = "Date"}},
                    .first_cell_is_header = true,
                    .classes = "om-stack om-replies om-replies--answers"};
    for (const auto& line : section.lines)
        table.rows.push_back({{.text = plan::owner_link(line.who.owner, line.who.name)},
                              {.text = answer_cell(line, section.today)},
                              {.text = evidence_cell(line)},
                              {.text = date_cell(line, section.today)}});
    return ui::table(table);
}

/// Those that answered first, then those that are waited for, then who was not asked.
int place_of(Standing standing) {
    switch (standing) {
    case Standing::in_time:
    case Standing::answered_late: return 0;
    case Standing::waits: return 1;
    case Standing::late: return 2;
    case Standing::not_asked: return 3;
    }
    return 3;
}

} // namespace

bool is_followed(const recommendations::Recommendation& it) {
    return !it.withdrawn && !it.joined_to && !recommendations::is_end(it.state);
}

Section read_section(store::Db& db, const Scope& scope, const recommendations::Whole& whole) {
    Section section{.recommendation = whole.it.id,
                    .today = scope.today,
                    .may_ask =
                        is_followed(whole.it) && scope.may(Permission::keep_recommendations)};
    for (auto& response : responses_of(db, scope, whole.it.id))
        section.lines.push_back(
            {.who = {response.owner, response.owner_name}, .response = std::move(response)});
    for (const auto& one : whole.expected) {
        const auto is_it = [&](const Line& line) { return line.who.owner == one.owner; };
        if (std::ranges::none_of(section.lines, is_it)) section.lines.push_back({.who = one});
    }
    for (auto& line : section.lines)
        line.may_answer = !whole.it.withdrawn && may_answer(scope, line.who.owner);
    std::ranges::stable_sort(section.lines, {}, [&](const Line& line) {
        return std::pair(place_of(standing_on(line.response, scope.today)), lower(line.who.name));
    });
    return section;
}

Html section_view(const Section& section, const terms::Words& words) {
    if (section.lines.empty()) return {};
    return pages::section("answers", words.say("What [agencies] answered"),
                          html(R"(<ul class="om-answers">
{}{}</ul>
)",
                               counts(section), acts(section)) +
                              table(section, words));
}

} // namespace openmasa::responses
