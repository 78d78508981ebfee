#include "plan/editions/follows_news.hpp"
#include "core/history/history.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace openmasa::editions {
namespace {

template<class SomeId> std::string text_of(const std::optional<SomeId>& id) {
    return id ? id->str() : std::string();
}

class Gathering {
public:
    Gathering(store::Db& db, const SayFollows& said, const Edition* before, const Edition& now)
        : db_(db), said_(said), before_(before), now_(now), read_(versions_in(said.state)) {}

    AllNews run() {
        add_plan(now_.plan);
        add_edition_before();
        if (!before_) return std::move(news_);
        add_plan(before_->plan);
        for (const auto& section : before_->sections) add_earlier("section", section);
        for (const auto& action : before_->actions) add_earlier("action", action);
        for (const auto& section : now_.sections) add_newer("section", section, section.name);
        for (const auto& action : now_.actions) add_newer("action", action, action.reference);
        return std::move(news_);
    }

private:
    /// The version that was read; none of what came in since.
    std::optional<std::int64_t> read(const std::string& id) const {
        const auto found = read_.find(id);
        return found == read_.end() ? std::nullopt : std::optional(found->second);
    }
    void add_plan(const plan::Plan& plan) {
        const auto version = read(plan.id.str());
        if (version && *version != plan.version)
            news_[plan.id.str()].changed =
                plan::saved_meanwhile(db_, "plan", plan.id.view(), *version);
    }
    void add_edition_before() {
        const auto version = read(now_.plan.id.str());
        const auto old = version ? history::find_version(db_, "plan", now_.plan.id.view(), *version)
                                 : std::nullopt;
        if (!old || history::value_of(old->content, "follows") == text_of(now_.plan.follows))
            return;
        auto& said = news_[now_.plan.id.str()].said;
        if (!now_.plan.follows)
            said = "It follows no edition now.";
        else if (before_ && now_.plan.follows == before_->plan.id)
            said = fmt::format("It follows \u201c{}\u201d now.", before_->plan.title);
        else
            said = "It follows another edition now.";
    }
    template<class Record> void add_earlier(std::string_view kind, const Record& record) {
        const auto version = read(record.id.str());
        if (!version)
            news_[record.id.str()].is_new = true;
        else if (*version != record.version)
            news_[record.id.str()].changed =
                plan::saved_meanwhile(db_, kind, record.id.view(), *version);
    }
    template<class Record>
    void add_newer(std::string_view kind, const Record& record, const std::string& name) {
        const auto version = read(record.id.str());
        if (version && *version == record.version) return;
        auto other = plan::saved_meanwhile(db_, kind, record.id.view(), version.value_or(0));
        if (!other) other = made(kind, record.id.view());
        if (!other) return;
        add_links(kind, record, version, name, *other);
        if (other->changes.empty()) return;
        for (const auto& before : said_to_go_on_as(record))
            news_[before].next.emplace_back(name, *other);
    }
    /// Of one that came in since: who made it, and when.
    std::optional<plan::Meanwhile> made(std::string_view kind, std::string_view id) {
        const auto versions = history::versions(db_, kind, id, 1);
        if (versions.empty()) return std::nullopt;
        return plan::Meanwhile{
            .who = versions.front().who, .at = versions.front().at, .changes = {}};
    }
    template<class Record>
    void add_links(std::string_view kind, const Record& record, std::optional<std::int64_t> version,
                   const std::string& name, const plan::Meanwhile& other) {
        const auto old =
            version ? history::find_version(db_, kind, record.id.view(), *version) : std::nullopt;
        const auto was =
            old ? std::string(history::value_of(old->content, "follows")) : std::string();
        const auto is = text_of(record.follows);
        if (was == is) return;
        if (!was.empty()) news_[was].links.push_back({name, false, other.who, other.at});
        if (!is.empty()) news_[is].links.push_back({name, true, other.who, other.at});
    }
    std::vector<std::string> said_to_go_on_as(const plan::Section& section) const {
        std::vector<std::string> found;
        for (const auto& pair : said_.priorities)
            if (pair.now == section.id) found.push_back(pair.before.str());
        return found;
    }
    std::vector<std::string> said_to_go_on_as(const plan::Action& action) const {
        std::vector<std::string> found, unknown;
        for (const auto& pair : said_.actions)
            if (std::ranges::any_of(actions_called(now_, pair.as, unknown),
                                    [&](const auto* one) { return one->id == action.id; }))
                found.push_back(pair.before.str());
        return found;
    }

    store::Db& db_;
    const SayFollows& said_;
    const Edition* before_;
    const Edition& now_;
    std::map<std::string, std::int64_t> read_;
    AllNews news_;
};

} // namespace

AllNews news_since(store::Db& db, const SayFollows& said, const Edition* before,
                   const Edition& now) {
    return Gathering(db, said, before, now).run();
}

} // namespace openmasa::editions
