#include "core/access/store.hpp"
#include "core/clocks/added_rules.hpp"
#include "core/clocks/pages.hpp"
#include "core/clocks/rule_views.hpp"
#include "core/clocks/store.hpp"
#include "core/clocks/views.hpp"
#include "core/routing/form_token.hpp"
#include "core/routing/reply.hpp"
#include "kernel/london_time.hpp"
#include "kernel/text.hpp"
#include <algorithm>
#include <charconv>

namespace openmasa::clocks {
namespace {

http::Response reply_page(const Context& context, const std::string& title, Html main,
                          bool has_problems = false) {
    return reply(context, {.title = title,
                           .crumbs = {{"Rules", "/clocks/rules"}},
                           .main = std::move(main),
                           .has_problems = has_problems});
}

AddRulePage read_form(Context& context) {
    const auto& form = context.form;
    const auto text = [&](std::string_view name) { return one_line(form.text(name)); };
    AddRulePage page{.form_token = form_token::hidden(context),
                     .words = context.words,
                     .clocks = {{.text = "A new clock", .value = ""}},
                     .groups = {{.text = "Everybody", .value = ""}},
                     .clock = text("clock"),
                     .title = text("title"),
                     .trigger = text("trigger"),
                     .amount = text("amount"),
                     .unit = text("unit"),
                     .who = text("who"),
                     .clause = text("clause"),
                     .edition = text("edition"),
                     .from = text("from"),
                     .to = text("to"),
                     .certainty = text("certainty"),
                     .group = text("group"),
                     .problems = {}};
    const auto book = rule_book(context.db);
    for (auto name : book->names())
        if (const auto* rule = book->find(name, context.scope.today))
            page.clocks.push_back({.text = rule->title, .value = std::string(name)});
    for (const auto& owner : access::list_owners(context.db))
        page.groups.push_back({.text = owner.name, .value = owner.id.str()});
    return page;
}

/// The newest edition of a clock stands in the form to be changed.
void fill_from(AddRulePage& page, const Rule& rule) {
    page.title = rule.title;
    page.trigger = rule.trigger;
    page.amount = std::to_string(rule.amount);
    page.unit = to_text(rule.unit);
    page.who = rule.who;
    page.clause = rule.clause;
    page.edition = rule.edition;
    page.certainty = to_text(Certainty::check);
}

struct Read {
    Rule rule;
    std::vector<Problem> problems;
};

int number_in(const std::string& text) {
    int number = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
    return read.ptr == text.data() + text.size() ? number : 0;
}

void read_days(const AddRulePage& page, Read& read) {
    const auto from = typed_day(page.from), to = typed_day(page.to);
    if (!from) read.problems.push_back({"from", "Enter its first day, as 1 April 2027."});
    if (!to && !page.to.empty())
        read.problems.push_back({"to", "Write the day as 31 March 2028, or leave it empty."});
    if (from) read.rule.from = *from;
    read.rule.to = to;
}

/// What was typed as a rule, with what is wrong with days and choices.
Read understood(const AddRulePage& page) {
    Read read{.rule = {.name = page.clock.empty() ? name_from(page.title) : page.clock,
                       .title = page.title,
                       .trigger = page.trigger,
                       .amount = number_in(page.amount),
                       .unit = Unit::days,
                       .who = page.who,
                       .clause = page.clause,
                       .edition = page.edition,
                       .from = {},
                       .to = {},
                       .certainty = Certainty::check,
                       .group = OwnerId::parse(page.group)},
              .problems = {}};
    if (!from_text(page.unit, read.rule.unit))
        read.problems.push_back({"unit", "Choose what is counted."});
    if (!from_text(page.certainty, read.rule.certainty))
        read.problems.push_back({"certainty", "Choose how sure you are."});
    read_days(page, read);
    const bool is_taken =
        page.clock.empty() && !read.rule.name.empty() &&
        std::ranges::count(page.clocks, read.rule.name, &ui::SelectItem::value) > 0;
    if (is_taken)
        read.problems.push_back(
            {"title", "There is a clock of this title. Choose it above to add an edition."});
    return read;
}

http::Response reply_form(const Context& context, const AddRulePage& page) {
    return reply_page(context, "Add a rule", add_rule_view(page), !page.problems.empty());
}

std::optional<AddedRule> asked(Context& context) {
    const auto id = context.id<AddedRuleId>();
    for (auto& added : added_rules(context.db))
        if (id && added.id == *id && added.withdrawn_why.empty()) return std::move(added);
    return std::nullopt;
}

http::Response reply_withdraw(Context& context, const AddedRule& added, std::string typed,
                              std::vector<Problem> problems) {
    const WithdrawRulePage page{.form_token = form_token::hidden(context),
                                .rule = added.rule,
                                .why = std::move(typed),
                                .problems = std::move(problems)};
    return reply_page(context, "Withdraw this rule", withdraw_rule_view(page),
                      !page.problems.empty());
}

} // namespace

http::Response show_rules(Context& context) {
    const auto book = rule_book(context.db);
    const bool may_add = context.scope.may(Permission::edit_settings);
    const auto saved = context.form.text("saved");
    return reply(context, {.title = "Rules of the clocks",
                           .crumbs = {},
                           .notice = saved == "yes" ? "Saved: clocks count by it from now on."
                                     : saved == "withdrawn" ? "Withdrawn: it counts no more."
                                                            : "",
                           .main = rules_head(may_add) + rules_view(*book, context.scope.today) +
                                   when(may_add, added_view(may_add ? added_rules(context.db)
                                                                    : std::vector<AddedRule>{}))});
}

http::Response show_add_rule(Context& context) {
    auto page = read_form(context);
    const auto rules = rule_book(context.db);
    if (const auto* rule = rules->find(page.clock, context.scope.today)) fill_from(page, *rule);
    return reply_form(context, page);
}

http::Response post_add_rule(Context& context) {
    auto page = read_form(context);
    const auto read = understood(page);
    const auto saved = submit(context, [&]() -> Result<std::string> {
        if (!read.problems.empty()) return invalid(read.problems);
        TRY(add_rule(context.db, context.scope, read.rule));
        return std::string("/clocks/rules?saved=yes");
    });
    if (saved) return see_other(*saved);
    page.problems = saved.refusal().problems;
    return reply_form(context, page);
}

http::Response show_withdraw_rule(Context& context) {
    const auto added = asked(context);
    return added ? reply_withdraw(context, *added, {}, {}) : reply_not_found(context);
}

http::Response post_withdraw_rule(Context& context) {
    const auto added = asked(context);
    if (!added) return reply_not_found(context);
    const std::string why(context.form.text("why"));
    const auto saved = submit(context, [&]() -> Result<std::string> {
        TRY(withdraw_rule(context.db, context.scope, added->id, why));
        return std::string("/clocks/rules?saved=withdrawn");
    });
    if (saved) return see_other(*saved);
    return reply_withdraw(context, *added, why, saved.refusal().problems);
}

} // namespace openmasa::clocks
