#include "plan/recommendations/pages.hpp"
#include "core/clocks/pages.hpp"
#include "core/comments/pages.hpp"
#include "core/history/changes_view.hpp"
#include "core/registers/change_many_pages.hpp"
#include "core/registers/list_page.hpp"
#include "core/registers/pages.hpp"
#include "core/restriction/views.hpp"
#include "core/routing/reply.hpp"
#include "core/terms/store.hpp"
#include "plan/recommendation_content.hpp"
#include "plan/recommendation_history.hpp"
#include "plan/recommendations/diagram.hpp"
#include "plan/recommendations/register.hpp"
#include "plan/recommendations/views.hpp"
#include "web/pages/pieces.hpp"
#include <algorithm>

namespace openmasa::recommendations {
namespace {

int count(const registers::Counts& counts, std::string_view query) {
    return counts.chosen(
        registers::read_selection(recommendation_register, http::read_query(query)));
}

std::string notice_of(std::string_view saved) {
    if (saved == "added") return "Saved: the recommendation is added.";
    if (saved == "yes") return "Saved: it is changed.";
    if (saved == "source") return "Saved: where it comes from.";
    if (saved == "evidence") return "Saved: your evidence is added.";
    if (saved == "actions") return "Saved: which actions carry it out.";
    if (saved == "asked") return "Saved: they are asked.";
    if (saved == "reminded") return "Those who have not answered are reminded.";
    if (saved == "answered") return "Saved: the answer is kept.";
    if (saved == "taken") return "Their link is taken back.";
    if (saved == "moved") return "Saved: it has moved on.";
    if (saved == "joined") return "Saved: it stands with another now.";
    if (saved == "parted") return "Saved: it stands by itself again.";
    if (saved == "withdrawn") return "Saved: it is withdrawn.";
    return {};
}

/// What else there is about all of them.
Html more_links(const terms::Words& words) {
    return html("<li>{}</li><li>{}</li><li>{}</li><li>{}</li><li>{}</li>",
                pages::link("/recommendations/position", "Position statement"),
                pages::link("/recommendations/pictures", "Pictures"),
                pages::link("/recommendations/answers", words.say("What [agencies] answered")),
                pages::link("/recommendations/broken", "Broken threads"),
                pages::link("/recommendations/moves", "How a recommendation moves"));
}

std::optional<Named> named(Context& context, const std::optional<RecommendationId>& id) {
    const auto it = id ? find_recommendation(context.db, context.scope, *id) : std::nullopt;
    if (!it) return std::nullopt;
    return Named{it->id, it->reference, it->title};
}

/// What read_beside() says, from the answers that the page has read.
Beside beside_of(store::Db& db, const Whole& whole, const responses::Section& answers) {
    return {.hidden_open = count_hidden_open(db, whole),
            .unanswered = static_cast<int>(
                std::ranges::count_if(answers.lines, [](const responses::Line& line) {
                    return !line.response || !line.response->is_answered();
                }))};
}

/// What it stands with is hidden from this reader: then it is shown as one by itself.
void stands_alone(Recommendation& it) {
    it.joined_to.reset();
    it.joined_on.reset();
    it.joined_why.clear();
    it.joined_likeness = 0;
}

RecommendationPage read_page(Context& context, Whole whole) {
    auto& db = context.db;
    const auto& scope = context.scope;
    const auto& it = whole.it;
    const auto id = it.id.view();
    auto answers = responses::read_section(db, scope, whole);
    RecommendationPage page{
        .whole = {},
        .sources = all_sources_of(db, scope, it.id),
        .joined = joined_to(db, scope, it.id),
        .stands_with = named(context, it.joined_to),
        .superseded_by = named(context, it.superseded_by),
        .moves = open_moves(scope, standing_of(whole, beside_of(db, whole, answers))),
        .answers = std::move(answers),
        .terms = terms::term_book(db),
        .words = context.words,
        .today = scope.today,
        .may_keep = scope.may(Permission::keep_recommendations),
        .may_answer = scope.may(Permission::answer_recommendation, it.owner, id),
        .versions = history::versions(db, record_kind, id, history::versions_read),
        .clocks = clocks::read_section(context, record_kind, id),
        .comments =
            comments::section(context, record_kind, id,
                              it.withdrawn ? comments::Record::closed : comments::Record::open),
        .restriction = restriction::notice(scope, record_kind, id),
        .restrict_path = restriction::path_to_restrict(scope, record_kind, id)};
    SeenHistory seen(db, scope);
    for (const auto& one : {page.stands_with, page.superseded_by})
        if (one) seen.know(one->id, one->reference, one->title);
    seen.show_changes(page.versions);
    page.whole = std::move(whole);
    if (!page.stands_with) stands_alone(page.whole.it);
    if (page.whole.it.withdrawn) page.clocks.may_keep = false;
    return page;
}

} // namespace

http::Response show_list(Context& context) {
    const auto counts = registers::counts_of(context.db, context.scope, recommendation_register);
    const bool may_change = context.scope.may(Permission::keep_recommendations) && !context.as_at;
    const ListPage page{
        .outstanding = count(*counts, "standing=outstanding"),
        .late = count(*counts, "late=yes"),
        .waiting = count(*counts, "standing=waits"),
        .is_past = context.as_at.has_value(),
        .may_keep = context.scope.may(Permission::keep_recommendations),
        .links = may_change ? more_links(context.words) +
                                  registers::change_many_link(context, recommendation_register)
                            : more_links(context.words),
        .list = registers::list_of(
            context, recommendation_register,
            {.none = "No recommendations yet. Add them one by one, or import a spreadsheet.",
             .more = {}})};
    return reply(context, {.title = "Recommendations",
                           .crumbs = {},
                           .notice = registers::notice_of_import(context),
                           .main = list_view(page)});
}

http::Response show_recommendation(Context& context) {
    const auto id = context.id<RecommendationId>();
    auto whole = id ? find_whole(context.db, context.scope, *id) : std::nullopt;
    if (!whole) return reply_not_found(context);
    const auto page = read_page(context, std::move(*whole));
    return reply(context, {.title = page.whole.it.title,
                           .crumbs = crumbs(),
                           .notice = notice_of(context.form.text("saved")),
                           .main = recommendation_view(page)});
}

http::Response show_moves(Context& context) {
    const auto said = diagram(context.words);
    return reply(
        context,
        {.title = "How a recommendation moves",
         .crumbs = crumbs(),
         .notice = {},
         .main =
             pages::head({.title = "How a recommendation moves",
                          .sentence = html("Complete is not the end: it is followed "
                                           "until what changed for children was "
                                           "shown."),
                          .verbs = {},
                          .facts = {},
                          .caption = {}}) +
             html(R"(<div class="om-wide" role="region" aria-label="{}, drawn" tabindex="0">{}</div>
)",
                  said.title, transitions::drawn(said)) +
             transitions::as_table(said)});
}

} // namespace openmasa::recommendations
