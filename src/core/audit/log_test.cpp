#include "core/access/secret.hpp"
#include "core/accounts/store.hpp"
#include "core/audit/downloads.hpp"
#include "core/audit/log.hpp"
#include "core/audit/module.hpp"
#include "core/audit/words.hpp"
#include "core/history/content.hpp"
#include "store/test_database.hpp"
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace openmasa::audit {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

class Log : public testing::Test {
protected:
    Log()
        : db((test.migrate(), test.database())),
          unit(person("Head of <b>delivery", Role::business_unit)),
          reader(person("Lead member", Role::lead_partner)) {
        in_one_transaction([&] {
            for (const auto* who : {&unit, &reader})
                accounts::add_account(db,
                                      {.id = *who->account,
                                       .person = *who->person,
                                       .known_as = who->known_as,
                                       .email = who->account->str() + "@example.org",
                                       .password_hash = {}},
                                      who->now);
        });
    }

    static Scope person(std::string known_as, Role role) {
        auto& random = system_randomness();
        const auto now = store::TestDatabase::noon();
        return {.person = PersonId::make(now, random),
                .account = AccountId::make(now, random),
                .known_as = std::move(known_as),
                .holdings = {{role, {}}},
                .from = "192.0.2.1",
                .now = now,
                .today = london_day(now),
                .randomness = &random};
    }
    template<class Work> void in_one_transaction(Work work) {
        ASSERT_TRUE(db.atomically([&]() -> Result<Done> {
            work();
            return Done{};
        }));
        db.finish();
    }
    void act(const Scope& who, const Entry& entry) {
        in_one_transaction([&] { record(db, who, entry); });
    }
    void change(const Scope& who, std::string_view verb, std::int64_t version, Content content) {
        act(who, {.verb = verb,
                  .kind = "action",
                  .id = thing,
                  .version = version,
                  .content = std::move(content)});
    }
    std::vector<std::string> lines(const LogFilter& filter) {
        std::vector<std::string> said;
        for (const auto& one : read_log(db, filter, acts_a_page)) said.push_back(in_one_line(one));
        db.finish();
        return said;
    }
    http::Response get(const Scope& who, std::string_view target) {
        http::Request request;
        request.path = target.substr(0, target.find('?'));
        if (request.path.size() < target.size())
            request.query = target.substr(request.path.size() + 1);
        const Settings settings;
        for (const auto& route : module().routes) {
            const auto captures = http::match(route.pattern, request.path);
            if (!captures) continue;
            db.finish();
            Context context{.request = request,
                            .db = db,
                            .settings = settings,
                            .scope = who,
                            .captures = *captures,
                            .form = http::read_query(request.query),
                            .secret = "secret"};
            auto response = route.handler(context);
            EXPECT_LE(db.statements(), route.budget.statements) << target;
            db.finish();
            return response;
        }
        ADD_FAILURE() << "no route for " << target;
        return {};
    }

    store::TestDatabase test;
    store::Db db;
    Scope unit, reader;
    const std::string thing = "01k00000000000000000000000";
};

TEST_F(Log, Says_what_was_changed_of_which_thing) {
    change(unit, "action.added", 1, {{"Reference", "FF 3"}, {"Target date", "May"}, {"Due", "1"}});
    change(unit, "action.changed", 2,
           {{"Reference", "FF 3"}, {"Target date", "June"}, {"Due", "2"}});
    change(unit, "action.changed", 3,
           {{"Reference", "FF 3"}, {"Target date", "July"}, {"Owner", "Police"}, {"Due", "2"}});
    change(unit, "action.progress_recorded", 4, {{"Reference", "FF 3"}});
    EXPECT_THAT(lines({}), ElementsAre("recorded progress on FF 3",
                                       "changed the target date and the owner of FF 3",
                                       "changed the target date of FF 3", "added FF 3"));
}

TEST_F(Log, Calls_what_was_changed_as_people_do_and_once) {
    change(unit, "action.added", 1,
           {{"reference", "FF 3"}, {"date_words", "May"}, {"date_meaning", "by 31 May"}});
    change(unit, "action.changed", 2,
           {{"reference", "FF 3"}, {"date_words", "June"}, {"date_meaning", "by 30 June"}});
    change(unit, "action.changed", 3,
           {{"reference", "FF 3"},
            {"date_words", "June"},
            {"date_meaning", "by 30 June"},
            {"owner", "01k0"},
            {"owner_name", "Police"}});
    EXPECT_THAT(lines({}), ElementsAre("changed the owner of FF 3",
                                       "changed the target date of FF 3", "added FF 3"));
}

TEST_F(Log, Speaks_verbs_that_it_does_not_know_as_they_are_written) {
    act(unit, {.verb = "thing.lifted", .kind = "thing", .id = "x", .content = {}});
    act(unit, {.verb = "session.started", .kind = "session", .id = "x", .content = {}});
    EXPECT_THAT(lines({}), ElementsAre("signed in", "thing lifted: a thing"));
    EXPECT_EQ(spoken_verb("action.changed"), "Changed an action");
    EXPECT_EQ(spoken_kind("break_glass"), "Break glass");
}

TEST_F(Log, Rights_are_spoken_with_what_they_are_held_for) {
    const OwnerNames owners{{{"01k0", "Audit Group"}}};
    EXPECT_EQ(spoken_right("business_unit", owners), "Business unit");
    EXPECT_EQ(spoken_right("agency_lead 01k0, business_unit", owners),
              "Agency lead for Audit Group, Business unit");
    EXPECT_EQ(spoken_right("link 01k0", owners), "by a link");
    EXPECT_EQ(spoken_right("own_account", owners), "");
}

TEST_F(Log, A_filter_reads_back_from_its_address) {
    LogFilter filter{.person = unit.person,
                     .verb = "action.changed",
                     .kind = "action",
                     .from = day(2026, 1, 1),
                     .to = day(2026, 1, 31),
                     .before = LogFilter::Place{unit.now, 17}};
    EXPECT_EQ(read_log_filter(http::read_query(to_query(filter))), filter);
    const LogFilter nobody{.nobody = true};
    EXPECT_EQ(read_log_filter(http::read_query(to_query(nobody))), nobody);
    EXPECT_EQ(read_log_filter(http::read_query("person=x&verb=%3B&from=31&before=1,2")),
              LogFilter{});
    EXPECT_EQ(filter.in_use(), 4);
}

TEST_F(Log, Filters_by_who_what_kind_and_london_days) {
    act(unit, {.verb = "session.started", .kind = "session", .id = "a", .content = {}});
    auto summer = reader;
    summer.now = Moment{day(2026, 6, 30)} + std::chrono::minutes{23 * 60 + 30}; // 1 July in London
    act(summer, {.verb = "session.started", .kind = "session", .id = "b", .content = {}});
    act(command_line_scope(summer.now, *unit.randomness),
        {.verb = "settings.saved", .kind = "settings", .id = "settings", .content = {}});
    const auto number_of = [&](const LogFilter& filter) { return lines(filter).size(); };
    EXPECT_EQ(number_of({}), 3u);
    EXPECT_EQ(number_of({.person = reader.person}), 1u);
    EXPECT_EQ(number_of({.nobody = true}), 1u);
    EXPECT_EQ(number_of({.verb = "session.started"}), 2u);
    EXPECT_EQ(number_of({.kind = "settings"}), 1u);
    EXPECT_EQ(number_of({.from = day(2026, 7, 1), .to = day(2026, 7, 1)}), 2u);
    EXPECT_EQ(number_of({.to = day(2026, 6, 30)}), 1u);
    EXPECT_THAT(list_verbs(db), ElementsAre("session.started", "settings.saved"));
    EXPECT_THAT(list_kinds(db), ElementsAre("session", "settings"));
    EXPECT_EQ(list_people(db).size(), 2u);
}

TEST_F(Log, Older_entries_go_on_where_the_page_ended) {
    in_one_transaction([&] {
        for (int at = 0; at < 120; ++at)
            record(db, unit,
                   {.verb = "session.started", .kind = "session", .id = "a", .content = {}});
    });
    std::int64_t expected = 120;
    LogFilter filter;
    for (const std::size_t size : {51u, 51u, 20u}) {
        const auto acts = read_log(db, filter, acts_a_page);
        ASSERT_EQ(acts.size(), size);
        for (std::size_t at = 0; at < std::min(size, std::size_t(acts_a_page)); ++at)
            EXPECT_EQ(acts[at].sequence, expected--);
        filter.before =
            LogFilter::Place{acts[std::min(size, std::size_t(50)) - 1].at, expected + 1};
    }
    EXPECT_EQ(expected, 0);
}

TEST_F(Log, The_page_escapes_names_and_leads_to_people_and_records) {
    change(unit, "action.added", 1, {{"Reference", "FF <b>"}});
    const auto page = get(unit, "/audit").body;
    EXPECT_THAT(page, HasSubstr("Head of &lt;b&gt;delivery</a> added "));
    EXPECT_THAT(page, HasSubstr("/audit/records/action/" + thing + "\">FF &lt;b&gt;</a>"));
    EXPECT_THAT(page, HasSubstr("/audit/people/" + unit.person->str()));
    EXPECT_THAT(page, HasSubstr("Entry 1, as Business unit, from 192.0.2.1"));
    EXPECT_THAT(get(unit, "/audit?verb=session.started").body, HasSubstr("No entries match."));
}

TEST_F(Log, A_records_page_holds_what_was_done_and_who_was_refused) {
    change(unit, "action.added", 1, {{"Reference", "FF 3"}});
    record_refused_page(db, reader, thing);
    db.finish();
    const auto page = get(unit, "/audit/records/action/" + thing).body;
    EXPECT_THAT(page, HasSubstr("<h1 class=\"govuk-heading-l\">FF 3</h1>"));
    EXPECT_THAT(page, HasSubstr("asked for a page that is not there, or not open to them"));
    EXPECT_THAT(page, HasSubstr("href=\"/actions/" + thing + "\">Open it"));
    EXPECT_EQ(get(unit, "/audit/records/action/" + std::string(26, '0')).status, 404);
    EXPECT_EQ(log_address_of("/actions/" + thing), "/audit/records/action/" + thing);
    EXPECT_EQ(log_address_of("/actions/" + thing + "/change"), "");
}

TEST_F(Log, A_person_sees_their_own_acts_and_no_others) {
    act(unit, {.verb = "session.started", .kind = "session", .id = "a", .content = {}});
    act(reader, {.verb = "session.ended", .kind = "session", .id = "b", .content = {}});
    const auto own = get(reader, "/account/activity").body;
    EXPECT_THAT(own, HasSubstr("signed out"));
    EXPECT_THAT(own, Not(HasSubstr("signed in.")));
    EXPECT_THAT(own, Not(HasSubstr("/audit/")));
    const auto other = get(unit, "/audit/people/" + reader.person->str()).body;
    EXPECT_THAT(other, HasSubstr("signed out"));
    EXPECT_EQ(get(unit, "/audit/people/" + thing).status, 404);
}

TEST_F(Log, The_csv_is_an_entry_itself_with_its_filter_in_the_history_alone) {
    change(unit, "action.added", 1, {{"Reference", "=FF 3"}});
    const auto csv = get(unit, "/audit.csv?kind=action").body;
    EXPECT_THAT(csv, HasSubstr("added =FF 3"));
    EXPECT_THAT(csv, HasSubstr(thing));
    const auto acts = read_log(db, {}, 10);
    ASSERT_EQ(acts.size(), 2u);
    EXPECT_EQ(acts[0].verb, "audit.downloaded");
    EXPECT_EQ(history::content_without_day(acts[0].content),
              (Content{{"filter", "kind=action"}, {"rows", "1"}}));
    db.finish();
    EXPECT_TRUE(verify(db).faults.empty());
}

} // namespace
} // namespace openmasa::audit
