// A partnership that calls everything otherwise: every page that can be reached by its links is
// read, and the program's own four words stand on none of them.
#include "core/comments/comments.hpp"
#include "core/registers/uploads.hpp"
#include "core/terms/actions.hpp"
#include "kernel/text.hpp"
#include "partnership/agencies/actions.hpp"
#include "partnership/agencies/register.hpp"
#include "partnership/masa/publishing.hpp"
#include "program.hpp"
#include <algorithm>
#include <deque>
#include <gtest/gtest.h>
#include <map>
#include <set>

namespace openmasa {
namespace {

/// What stands on a page for people: its text and the attributes that are read out or drawn.
std::string said_on(std::string_view page) {
    constexpr std::string_view read_out[] = {" aria-label=\"", " title=\"", " alt=\"",
                                             " placeholder=\"", " data-label=\""};
    std::string said;
    while (!page.empty()) {
        const auto open = page.find('<');
        said += page.substr(0, open);
        if (open == page.npos) break;
        const auto close = page.find('>', open);
        if (close == page.npos) break;
        const auto tag = page.substr(open, close - open);
        for (const auto attribute : read_out)
            if (const auto at = tag.find(attribute); at != tag.npos) {
                const auto from = at + attribute.size();
                said.append(" | ")
                    .append(tag.substr(from, tag.find('"', from) - from))
                    .append(" | ");
            }
        const bool within_words = tag.starts_with("<b") || tag.starts_with("</b") ||
                                  tag.starts_with("<a ") || tag.starts_with("</a") ||
                                  tag.starts_with("<span") || tag.starts_with("</span");
        said += within_words ? "" : " | ";
        page.remove_prefix(close + 1);
    }
    return one_line(said);
}

/// Also what joins the parts of a key: "agency_lead" is what files have, not what people read.
bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

/// What people call their records and write into them is theirs.
std::string without_names(std::string said) {
    for (const std::string_view name : {"Map &lt;b&gt;&amp; partners&#39; priorities",
                                        "Family plan", "Business plan &lt;b&gt;&amp; 2025 to 2026"})
        for (auto at = said.find(name); at != said.npos; at = said.find(name))
            said.erase(at, name.size());
    return said;
}

/// The program's own words in `said`, each with what stands round it. What a law or a guide calls
/// so stays: "relevant agency", "multi-agency".
std::vector<std::string> own_words_in(const std::string& said) {
    constexpr std::string_view own[] = {"agency", "agencies", "priority",      "priorities",
                                        "plan",   "plans",    "business unit", "business units"};
    constexpr std::string_view legal[] = {"multi-", "relevant "};
    const auto text = lower(said);
    std::vector<std::string> found;
    for (const auto word : own)
        for (auto at = text.find(word); at != text.npos; at = text.find(word, at + 1)) {
            const auto end = at + word.size();
            const bool whole = (at == 0 || !is_letter(text[at - 1])) &&
                               (end == text.size() || !is_letter(text[end]));
            const auto before = std::string_view(text).substr(0, at);
            const bool is_legal =
                std::ranges::any_of(legal, [&](auto start) { return before.ends_with(start); });
            if (!whole || is_legal) continue;
            const auto from = at < 50 ? 0 : at - 50;
            found.push_back(said.substr(from, end - from + 30));
        }
    return found;
}

std::vector<std::string> links_in(std::string_view page) {
    constexpr std::string_view start = " href=\"/";
    std::vector<std::string> links;
    for (auto at = page.find(start); at != page.npos; at = page.find(start, at + 1)) {
        const auto from = at + start.size() - 1;
        auto link = std::string(page.substr(from, page.find('"', from) - from));
        link.erase(std::min(link.find('#'), link.size()));
        for (auto amp = link.find("&amp;"); amp != link.npos; amp = link.find("&amp;"))
            link.replace(amp, 5, "&");
        links.push_back(std::move(link));
    }
    return links;
}

class LocalWords : public testing::Test {
protected:
    LocalWords() {
        auto& t = program.test;
        t.in_one_transaction([&] {
            call(terms::Word::business_unit, "hub", "hubs");
            call(terms::Word::plan, "roadmap", "roadmaps");
            call(terms::Word::priority, "ambition", "ambitions");
            call(terms::Word::agency, "member", "members");
            ASSERT_TRUE(terms::add(t.db, t.unit,
                                   {.id = {}, .kind = terms::Kind::theme, .name = "Neglect"}));
            ASSERT_TRUE(agencies::add(t.db, t.unit, {.name = "IC24", .sector = "Health"}));
            ASSERT_TRUE(comments::add(
                t.db, t.unit,
                {.kind = "action", .record = t.late.str(), .answers = {}, .words = "How is it?"}));
            ASSERT_TRUE(registers::upload(t.db, t.unit, agencies::agency_register, "rows.csv",
                                          "name,sector\nNew one,Health\nIC24,\n",
                                          registers::Policy::skip));
            EXPECT_TRUE(plan::save_action(t.db, t.unit, *plan::find_action(t.db, t.unit, t.late),
                                          {.verb = "action.changed"}));
        });
        t.in_one_transaction([&] { add_arrangements(); });
        // Names of people, and the rules that are data: here none of them holds one of the words.
        t.in_one_transaction([&] {
            t.db.execute("UPDATE person SET known_as = 'Somebody ' || substr(id, 20)");
            t.db.execute("UPDATE keep_rule SET words = 'Records'");
        });
    }
    /// An edition that is published, and a draft that follows it.
    void add_arrangements() {
        auto& t = program.test;
        ASSERT_TRUE(masa::record_earlier(t.db, t.unit,
                                         {.title = "Arrangements of 2024",
                                          .area = "Everywhere",
                                          .published_on = "29 November 2024",
                                          .signed_by = "The three",
                                          .sections = {{"Summary", "Words"}}}));
        ASSERT_TRUE(
            masa::begin(t.db, t.unit, {.title = "Arrangements of 2026", .area = "Everywhere"}));
    }
    void call(terms::Word word, const std::string& one, const std::string& several) {
        ASSERT_TRUE(terms::add(program.test.db, program.test.unit,
                               {.id = {},
                                .kind = terms::Kind::word,
                                .stands_for = std::string(terms::to_text(word)),
                                .name = one,
                                .several = several}));
    }

    const Route* route_of(const std::string& address) const {
        const auto path = address.substr(0, address.find('?'));
        for (const auto& module : all)
            for (const auto& route : module.routes)
                if (route.method == Method::Get && http::match(route.pattern, path)) return &route;
        return nullptr;
    }

    /// Pages about the words themselves, and what another person's words stand on.
    static bool is_left_out(const std::string& address) {
        return address.starts_with("/terms") || address.starts_with("/assets") ||
               address.find('.') != address.npos;
    }

    /// Every address to begin with: those without a hole.
    std::deque<std::string> first_addresses() const {
        std::deque<std::string> first;
        for (const auto& module : all)
            for (const auto& route : module.routes)
                if (route.method == Method::Get && route.pattern.find('{') == route.pattern.npos)
                    first.emplace_back(route.pattern);
        return first;
    }

    /// Reads on from link to link as that person; at most a few addresses of each route.
    void read_everything(const Scope* who) {
        constexpr int of_each_route = 4;
        std::map<const Route*, int> read;
        std::set<std::string> seen;
        auto next = first_addresses();
        while (!next.empty()) {
            const auto address = std::move(next.front());
            next.pop_front();
            const auto* route = route_of(address);
            const bool leave = !route || is_left_out(address) || !seen.insert(address).second ||
                               ++read[route] > of_each_route || address == "/sign-out";
            if (leave) continue;
            const auto page = program.get(who, address);
            if (page.status != 200) continue;
            ++pages;
            for (auto& where : own_words_in(without_names(said_on(page.body))))
                faults[where].insert(std::string(route->pattern));
            for (auto& link : links_in(page.body)) next.push_back(std::move(link));
        }
    }
    std::string told() const {
        std::string text;
        for (const auto& [where, patterns] : faults)
            text += fmt::format("{} ({}): ...{}...\n", *patterns.begin(), patterns.size(), where);
        return text;
    }

    Program program;
    const std::vector<Module> all = modules();
    int pages = 0;
    std::map<std::string, std::set<std::string>> faults;
};

TEST_F(LocalWords, Are_said_on_every_page_and_ours_on_none) {
    read_everything(nullptr);
    read_everything(&program.test.outsider);
    for (const auto role : {Role::administrator, Role::business_unit, Role::agency_lead})
        read_everything(&program.cast[static_cast<std::size_t>(role)]);
    EXPECT_GT(pages, 150);
    EXPECT_TRUE(faults.empty()) << faults.size() << " on " << pages << " pages:\n" << told();
}

TEST(OwnWords, Are_found_where_they_stand_and_not_in_other_words) {
    EXPECT_EQ(
        own_words_in(said_on("<p title=\"x\" aria-label=\"The plans\">A <b>plan</b></p>")).size(),
        2u);
    EXPECT_TRUE(own_words_in("Planned by a multi-agency team and a relevant agency").empty());
    EXPECT_EQ(own_words_in("The Business unit").size(), 1u);
}

} // namespace
} // namespace openmasa
