#include "core/references/references.hpp"
#include "core/registers/download.hpp"
#include "core/registers/rows_table.hpp"
#include "core/restriction/views.hpp"
#include "core/routing/reply.hpp"
#include "core/terms/store.hpp"
#include "core/terms/tags.hpp"
#include "kernel/text.hpp"
#include "plan/action_row.hpp"
#include "plan/actions/list_views.hpp"
#include "plan/actions/pages.hpp"
#include "plan/actions/register.hpp"
#include "plan/asking.hpp"
#include "plan/plan_head.hpp"
#include "plan/rules.hpp"
#include "plan/store.hpp"
#include "plan/tally_store.hpp"
#include "plan/tally_views.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace openmasa::plan {
namespace {

/// The one of `things` with that id, among the few that a plan has.
template<class Thing, class Id> const Thing* find(const std::vector<Thing>& things, const Id& id) {
    const auto found = std::ranges::find(things, id, &Thing::id);
    return found == things.end() ? nullptr : &*found;
}

/// "Neglect, Learning".
std::string spoken_tags(const terms::TermBook& book, std::string_view tags) {
    if (tags.empty()) return {};
    std::vector<std::string> names;
    for (const auto& kind : terms::tag_kinds)
        for (const auto* term : terms::terms_in(book, tags, kind.kind)) names.push_back(term->name);
    return join(names, ", ");
}

ActionLine line_of(const ListPage& page, const ListedAction& a, const Scope& scope) {
    const auto today = scope.today;
    const auto* objective = find(page.objectives, a.objective);
    const auto* owner = a.owner ? find(page.owners, *a.owner) : nullptr;
    auto time = time_to_say(a.status, a.deadline, a.next_step, today);
    return {.id = a.id,
            .reference = a.reference,
            .title = a.title,
            .objective = objective ? std::string_view(objective->title) : std::string_view(),
            .owner = owner ? std::string_view(owner->name) : std::string_view(),
            .date_words = a.date_words,
            .date_meaning = a.date_meaning,
            .date_kind = a.date_kind,
            .next_step = time.next_step,
            .time_left = std::move(time.left),
            .status = a.status,
            .standing = standing(a.status, a.deadline, a.evidence, today),
            .evidence = a.evidence,
            .steps = a.steps,
            .steps_done = a.steps_done,
            .tags = spoken_tags(*page.terms, a.tags),
            .tag = restriction::tag(scope, "action", a.id.view()),
            .owner_id = a.owner};
}

/// A column's head: the order in force is said, the others are links.
Html sorting(const ListPage& page, ActionFilter::Sort sort, std::string_view words,
             const std::string& said) {
    if (page.filter.sort == sort)
        return html(R"({}<span class="om-quiet">, {}</span>)", words, said);
    auto filter = page.filter;
    filter.sort = sort;
    filter.page = 1;
    return html(R"(<a href="{}">{}</a>)", list_address(page.plan, filter), words);
}

ActionTable table_head(const ListPage& page, const std::string& caption) {
    using Sort = ActionFilter::Sort;
    ActionTable table{.caption = caption};
    table.action = sorting(page, Sort::plan, "Action", page.words.say("in [plan] order"));
    table.owner = sorting(page, Sort::owner, "Owner", "A to Z");
    table.date = sorting(page, Sort::date, "Target date", "soonest first");
    table.status = sorting(page, Sort::status, "Status", "late first");
    return table;
}

/// In plan order a heading stands before each section's rows; in any other there is none.
class Rows {
public:
    Rows(const ListPage& page, const Scope& scope) : page_(page), scope_(scope) {
        table_.reserve(64 * 1024);
        begin_action_table(
            table_, table_head(page, fmt::format("Actions {} to {} of {}", page.paging.first(),
                                                 page.paging.last(), page.paging.rows)));
    }
    void add(const ListedAction& action) {
        open_group(action);
        append_action_row(table_, line_of(page_, action, scope_));
    }
    Html take() {
        if (section_) end_action_group(table_);
        end_action_table(table_);
        return std::move(table_);
    }

private:
    void open_group(const ListedAction& action) {
        const bool grouped = page_.filter.sort == ActionFilter::Sort::plan;
        if (section_ && (!grouped || *section_ == action.section)) return;
        if (section_) end_action_group(table_);
        section_ = action.section;
        if (!grouped) return begin_action_group(table_);
        const auto* section = find(page_.sections, action.section);
        if (!section) return begin_action_group(table_);
        begin_action_group(
            table_,
            {.name = html(
                 R"(<a class="govuk-link govuk-link--no-visited-state" href="/priorities/{}">{}</a>)",
                 section->id, section->name),
             .remark = section->owner_name ? std::string_view(*section->owner_name)
                                           : std::string_view()});
    }

    const ListPage& page_;
    const Scope& scope_;
    Html table_;
    std::optional<SectionId> section_;
};

/// By which order of the list a column of the register is ordered; nothing where there is none.
std::optional<ActionFilter::Sort> sort_by(std::string_view key) {
    using Sort = ActionFilter::Sort;
    if (key == "reference" || key == "plan" || key == "priority") return Sort::plan;
    if (key == "owner") return Sort::owner;
    if (key == "target_date") return Sort::date;
    if (key == "standing") return Sort::status;
    return std::nullopt;
}

Html chosen_head(const ListPage& page, std::size_t at) {
    const auto& column = action_register.columns[at];
    const auto sort = sort_by(column.key);
    if (!sort) return escaped(page.words.say(column.label));
    return sorting(page, *sort, page.words.say(column.label),
                   *sort == ActionFilter::Sort::plan ? page.words.say("in [plan] order")
                                                     : "in order");
}

Html chosen_cell(const Scope& scope, std::size_t at, const registers::Cells& row) {
    const auto& column = action_register.columns[at];
    if (column.key == "standing")
        for (auto standing : ui::standings_in_bars)
            if (row[at] == to_text(standing)) return ui::standing_tag(standing);
    const auto shown = registers::shown_cell(column, row[at]);
    if (!column.names_row) return shown;
    const auto id = registers::place_of(action_register.columns, "id");
    return shown + restriction::tag(scope, "action", row[id]);
}

/// With columns of the reader's own choice: plain cells, as the downloads have them.
Html chosen_table(Context& context, const ListPage& page) {
    std::vector<registers::Cells> rows;
    each_action(context.db, context.scope, page.plan, page.filter,
                page.paging)([&](const registers::Cells& row) { rows.push_back(row); });
    return registers::rows_table(
        {.which = action_register,
         .columns = columns_of(page.filter),
         .caption = fmt::format("Actions {} to {} of {}", page.paging.first(), page.paging.last(),
                                page.paging.rows),
         .head = [&](std::size_t at) { return chosen_head(page, at); },
         .cell = [&](std::size_t at,
                     const registers::Cells& row) { return chosen_cell(context.scope, at, row); }},
        rows);
}

/// The table as usual: rows of several lines, under their priorities.
Html usual_table(Context& context, const ListPage& page) {
    Rows table(page, context.scope);
    each_listed(context.db, page.plan, page.filter, context.scope.today, page.paging,
                [&](const ListedAction& row) { table.add(row); });
    return table.take();
}

ListPage read_page(Context& context, const Plan& plan) {
    auto& db = context.db;
    const auto today = context.scope.today;
    ListPage page{.plan = plan.id,
                  .filter = read_filter(context.form),
                  .today = today,
                  .may_change = context.scope.may(Permission::edit_plan),
                  .words = context.words};
    page.sections = sections_of(db, context.scope, plan.id);
    const auto state = state_of(db, plan.id);
    page.owners = owners_in(db, plan.id, state);
    page.terms = terms::term_book(db);
    page.groups = tally_of(db, context.scope, plan.id, state);
    page.all = total(page.groups, today);
    const auto counted = counted_by(page.groups, page.filter);
    const int rows = counted ? *counted : count_actions(db, plan.id, page.filter, today);
    page.paging = listing::paging(page.filter.page, rows);
    page.filter.page = page.paging.page;
    page.views = views::strip(context, std::string(action_register.kind), plan.id.str(),
                              list_address(plan.id, {}), canonical_query(context.request.query));
    if (rows == 0) return page;
    if (!page.filter.columns.empty()) {
        page.table = chosen_table(context, page);
        return page;
    }
    page.objectives = objectives_of_plan(db, context.scope, plan.id);
    page.table = usual_table(context, page);
    return page;
}

/// "9 new" from new=9 of the address that an import leads to; nothing for nought.
void add_saved(std::vector<std::string>& parts, const Context& context, const char* name) {
    const auto number = context.form.text(name);
    const bool is_count = !number.empty() && number.size() < 7 && number.front() != '0' &&
                          number.find_first_not_of("0123456789") == number.npos;
    if (is_count) parts.push_back(fmt::format("{} {}", number, name));
}

std::string notice_of(const Context& context) {
    if (context.form.text("left") == "import") return "Nothing was saved. The rows are kept.";
    if (context.form.text("saved") != "import") return "";
    std::vector<std::string> parts;
    for (const auto* name : {"new", "changed", "withdrawn"}) add_saved(parts, context, name);
    return parts.empty() ? context.words.say("The [plan] is saved. Every change is in its history.")
                         : fmt::format("Saved: {}.", join(parts, ", "));
}

http::Response download(Context& context, registers::Format format) {
    const auto id = context.id<PlanId>();
    const auto plan = id ? find_plan(context.db, context.scope, *id) : std::nullopt;
    if (!plan) return reply_not_found(context);
    return registers::reply_rows(
        context, action_register, format,
        each_action(context.db, context.scope, plan->id, read_filter(context.form)));
}

} // namespace

http::Response list_actions(Context& context) {
    const auto id = context.id<PlanId>();
    const auto plan = id ? find_plan(context.db, context.scope, *id) : std::nullopt;
    if (!plan) return reply_not_found(context);
    const auto page = read_page(context, *plan);
    const auto sentence = plan_sentence(context.words, plan->id, page.all, page.sections);
    return reply(
        context,
        {.title = plan->title,
         .crumbs = {},
         .notice = notice_of(context),
         .main = plan_head(context.words, *plan,
                           {.current = PlanTab::actions,
                            .reference = references::of(context.db, "plan", plan->id.view()),
                            .sentence = sentence,
                            .verbs = asking_verb(context.scope, *plan) +
                                     import_verb(context.scope, *plan),
                            .succession = succession_of(context.db, context.scope, *plan)}) +
                 list_view(page)});
}

http::Response download_actions_csv(Context& context) {
    return download(context, registers::Format::csv);
}
http::Response download_actions_json(Context& context) {
    return download(context, registers::Format::json);
}
http::Response download_actions_xlsx(Context& context) {
    return download(context, registers::Format::xlsx);
}

} // namespace openmasa::plan
