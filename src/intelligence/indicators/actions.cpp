#include "intelligence/indicators/actions.hpp"
#include "core/access/store.hpp"
#include "intelligence/permissions.hpp"
#include "kernel/london_time.hpp"
#include "kernel/text.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace openmasa::intelligence {
namespace {

constexpr std::size_t longest_line = 200, longest_text = 4000;

bool is_decimals(std::string_view text) {
    return text.empty() || (text.size() == 1 && text[0] >= '0' && text[0] <= '6');
}

void check_length(std::vector<Problem>& problems, const char* field, const std::string& text,
                  std::size_t longest) {
    if (text.size() > longest)
        problems.push_back({field, fmt::format("Write at most {} characters.", longest)});
}

/// Two of one name under one theme cannot be told apart.
bool has_namesake(store::Db& db, const Definition& is, IndicatorNumber itself) {
    const auto own = indicators_of(db, Source::own);
    return std::ranges::any_of(own, [&](const auto& known) {
        const auto& other = known.second;
        return other.number != itself && lower(other.definition.title) == lower(is.title) &&
               lower(other.definition.theme) == lower(is.theme);
    });
}

Refusal namesake(const Definition& is) {
    return invalid("title", fmt::format("There is an indicator of this name under “{}” already. "
                                        "Give this one another name.",
                                        is.theme));
}

/// What it says of itself afterwards.
Definition defined(Definition is, const DefineIndicator& said) {
    is.title = one_line(said.title);
    is.theme = one_line(said.theme);
    is.counts = said.counts;
    is.unit = one_line(said.unit);
    is.decimals = said.decimals.empty() ? std::nullopt : std::optional(said.decimals[0] - '0');
    statistics::from_text(said.polarity, is.polarity);
    is.caveats = said.caveats;
    if (is.source == Source::own) return defined(std::move(is), said.own, said.due);
    is.due = one_line(said.due);
    return is;
}

/// Nothing changes where the same one is said again without a day.
Result<Done> keep_owner(store::Db& db, const Indicator& indicator, const OwnerSaid& said,
                        Day usual) {
    const auto owner = OwnerId::parse(said.owner);
    if (owner && !std::ranges::count(access::list_owners(db, access::OwnerType::agency), *owner,
                                     &access::Owner::id))
        return invalid("owner", "Choose from the list.");
    const auto duty = return_duty(db, indicator);
    const auto now = duty.owners.empty() ? std::nullopt : duty.owners.back().owner;
    const auto from = typed_day(said.from);
    if (owner != now || from)
        keep_owner_since(db, indicator.number, {.from = from.value_or(usual), .owner = owner});
    return Done{};
}

} // namespace

std::vector<Problem> problems_with(const DefineIndicator& said, const Definition& is) {
    std::vector<Problem> problems;
    if (one_line(said.title).empty()) problems.push_back({"title", "Enter what it is called."});
    if (one_line(said.theme).empty())
        problems.push_back({"theme", "Enter the theme under which it stands."});
    check_length(problems, "title", said.title, longest_line);
    check_length(problems, "theme", said.theme, longest_line);
    check_length(problems, "counts", said.counts, longest_text);
    check_length(problems, "unit", said.unit, longest_line);
    check_length(problems, "due", said.due, longest_line);
    check_length(problems, "caveats", said.caveats, longest_text);
    check_length(problems, "numerator", said.own.numerator, longest_line);
    check_length(problems, "denominator", said.own.denominator, longest_line);
    if (!is_decimals(said.decimals))
        problems.push_back({"decimals", "Enter a number from 0 to 6, or nothing."});
    auto polarity = statistics::Polarity::no_judgement;
    if (!statistics::from_text(said.polarity, polarity))
        problems.push_back({"polarity", "Choose which way is better."});
    if (is.source == Source::own)
        for (auto& one : problems_with(said.own, said.due)) problems.push_back(std::move(one));
    for (auto& one : problems_with(said.owner)) problems.push_back(std::move(one));
    return problems;
}

Result<Indicator> find_to_change(store::Db& db, const Scope& scope, const IndicatorId& id,
                                 std::int64_t version) {
    if (!may_load(scope)) return not_found();
    auto indicator = find_indicator(db, scope, id);
    if (!indicator) return not_found();
    if (indicator->version != version)
        return conflict("Somebody changed this indicator while you were writing.");
    return std::move(*indicator);
}

Result<Done> define(store::Db& db, const Scope& scope, const DefineIndicator& said) {
    auto indicator = TRY(find_to_change(db, scope, said.id, said.version));
    auto& is = indicator.definition;
    if (auto problems = problems_with(said, is); !problems.empty())
        return invalid(std::move(problems));
    const auto before = is.title;
    is = defined(is, said);
    if (is.source == Source::own && lower(is.title) != lower(before) &&
        has_namesake(db, is, indicator.number))
        return namesake(is);
    if (is.source == Source::own)
        keep_return_rule(db, indicator.number, rule_of(said.own, said.due));
    TRY(keep_owner(db, indicator, said.owner, scope.today));
    return save_indicator(db, scope, indicator);
}

Result<IndicatorId> add_own(store::Db& db, const Scope& scope, const DefineIndicator& said) {
    if (!may_load(scope)) return not_found();
    Indicator indicator{.number = next_indicator_number(db), .id = scope.new_id<IndicatorId>()};
    auto& is = indicator.definition;
    is.code = fmt::format("own-{}", indicator.number);
    if (auto problems = problems_with(said, is); !problems.empty())
        return invalid(std::move(problems));
    is = defined(is, said);
    if (has_namesake(db, is, indicator.number)) return namesake(is);
    is.publisher = "the partnership";
    const auto rule = rule_of(said.own, said.due);
    add_indicator(db, scope, indicator, std::nullopt);
    keep_return_rule(db, indicator.number, rule);
    TRY(keep_owner(db, indicator, said.owner, rule.from));
    record_definition(db, scope, indicator, "indicator.added");
    return indicator.id;
}

} // namespace openmasa::intelligence
