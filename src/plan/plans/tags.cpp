#include "plan/plans/tags.hpp"
#include "core/terms/store.hpp"
#include "core/terms/tags.hpp"
#include "kernel/text.hpp"
#include <fmt/format.h>

namespace openmasa::plans {
namespace {

std::optional<Carrying> carrying(const std::optional<plan::Plan>& found) {
    if (!found) return std::nullopt;
    return Carrying{Carrier::plan, found->id.str(), found->title,    found->tags,
                    found->id,     found->version,  found->withdrawn};
}

std::optional<Carrying> carrying(const std::optional<plan::Section>& found) {
    if (!found) return std::nullopt;
    return Carrying{Carrier::section, found->id.str(), found->name,     found->tags,
                    found->plan,      found->version,  found->withdrawn};
}

template<class Noun, class Save>
void save_with(store::Db& db, const Scope& scope, Noun noun, const std::string& tags, Save save) {
    noun.tags = tags;
    ++noun.version;
    save(db, scope, noun,
         plan::Deed{.verb = std::is_same_v<Noun, plan::Plan> ? "plan.saved" : "section.saved"});
}

} // namespace

std::optional<Carrying> find_carrying(store::Db& db, const Scope& scope, Carrier carrier,
                                      std::string_view text) {
    if (carrier == Carrier::plan) {
        const auto id = plan::PlanId::parse(text);
        return id ? carrying(plan::find_plan(db, scope, *id)) : std::nullopt;
    }
    const auto id = plan::SectionId::parse(text);
    return id ? carrying(plan::find_section(db, scope, *id)) : std::nullopt;
}

Result<Done> set_tags(store::Db& db, const Scope& scope, const SetTags& command) {
    const auto now = scope.may(Permission::edit_plan)
                         ? find_carrying(db, scope, command.carrier, command.id)
                         : std::nullopt;
    if (!now || now->withdrawn) return not_found();
    if (now->version != command.version)
        return conflict("Somebody changed this while you were writing.");
    const auto book = terms::term_book(db);
    const auto ended = terms::no_longer_used(*book, now->tags, command.tags, scope.today);
    if (!ended.empty())
        return invalid("themes", fmt::format("{} is no longer used.", join(ended, ", ")));
    const auto tags = terms::tags_from(*book, terms::ids_in(command.tags));
    if (tags == now->tags) return Done{};
    if (command.carrier == Carrier::plan)
        save_with(db, scope, *plan::find_plan(db, scope, now->plan), tags, plan::save_plan);
    else
        save_with(db, scope, *plan::find_section(db, scope, *plan::SectionId::parse(now->id)), tags,
                  plan::save_section);
    return Done{};
}

} // namespace openmasa::plans
