// A restricted record, by real requests: those who may not read it see a program in which it does
// not exist; those who may are in the log before they see it.
#include "core/references/references.hpp"
#include "restricted.hpp"
#include "web/http/spool.hpp"

namespace openmasa {
namespace {

using testing::HasSubstr, testing::Not;

TEST_F(Restricted, For_those_who_may_not_read_it_every_page_is_as_if_it_did_not_exist) {
    std::map<std::string, std::string> before;
    const auto key = [](const Scope& asking, const std::string& path) {
        return asking.known_as + " " + path;
    };
    for (const auto& asking : program.cast)
        for (const auto& path : addresses(missing))
            if (!shows_the_log(path)) before[key(asking, path)] = answer_to(asking, path);
    add_secret();
    restrict_secret();
    for (const auto& asking : program.cast)
        for (const auto& path : addresses(missing))
            if (!shows_the_log(path)) {
                EXPECT_EQ(answer_to(asking, path), before[key(asking, path)]) << key(asking, path);
            }
}

TEST_F(Restricted, What_is_forbidden_answers_as_what_is_missing_on_every_route) {
    add_secret();
    restrict_secret();
    for (const auto& asking : program.cast)
        for (const auto& module : modules())
            for (const auto& route : module.routes) {
                const std::string pattern(route.pattern);
                const auto there = filled(pattern, secret.str()),
                           not_there = filled(pattern, missing);
                if (there == not_there || shows_the_log(there)) continue;
                if (route.method == Method::Get) {
                    EXPECT_EQ(answer_to(asking, there), answer_to(asking, not_there)) << there;
                    continue;
                }
                const auto answer = [&](const std::string& path) {
                    program.randomness.calls = 0;
                    return program.post(&asking, path, "status=done&version=2&words=x", "n" + path)
                        .body;
                };
                EXPECT_EQ(answer(there), answer(not_there)) << there;
            }
    EXPECT_EQ(plan::find_action(t().db, t().unit, secret)->status, plan::Status::stopped);
}

TEST_F(Restricted, The_word_is_nowhere_for_those_who_may_not_read_it) {
    add_secret();
    restrict_secret();
    for (const auto& asking : program.cast)
        for (const auto& path : addresses(secret.str()))
            EXPECT_THAT(answer_to(asking, path), Not(HasSubstr(canary)))
                << asking.known_as << " " << path;
    EXPECT_EQ(readings(), 0);
}

TEST_F(Restricted, The_word_is_there_for_those_who_may_so_that_the_test_above_can_fail) {
    add_secret();
    int shown = 0;
    for (const auto& path : addresses(secret.str()))
        shown += answer_to(t().reader, path).find(canary) != std::string::npos;
    EXPECT_GT(shown, 10);
}

TEST_F(Restricted, Work_for_somebody_sees_what_they_may_see_and_reading_is_in_the_log) {
    add_secret();
    restrict_secret();
    int seen = -1;
    const std::vector<jobs::Kind> work{{.name = "count",
                                        .title = "Count",
                                        .permission = Permission::read_plan,
                                        .run = [&](jobs::Work& its) -> Result<Done> {
                                            TRY(its.step({.done = 1, .all = 1, .doing = "x"}));
                                            seen = *its.db.one(count_called, canary);
                                            return its.finish({.said = "Counted"});
                                        }}};
    const files::Storage storage{std::filesystem::temp_directory_path() / "openmasa-no-files"};
    const jobs::Worker worker{
        .database = &t().database(),
        .kinds = work,
        .restrictable = kinds,
        .storage = &storage,
        .now = [&] { return t().unit; },
        .on_fault = [](auto, const auto& fault) { ADD_FAILURE() << fault.what(); }};
    for (const int count : {0, 1}) {
        const auto& asking = count == 0 ? who(Role::analyst) : t().unit;
        t().in_one_transaction([&] { ASSERT_TRUE(jobs::ask(t().db, asking, {.kind = &work[0]})); });
        ASSERT_TRUE(jobs::work(t().db, worker));
        EXPECT_EQ(seen, count) << asking.known_as;
        EXPECT_EQ(readings(), count);
        t().db.finish();
    }
}

TEST_F(Restricted, A_restricted_priority_takes_its_objectives_and_actions_with_it) {
    add_secret();
    restrict({"section", t().adolescents.id.str()}, {});
    for (const auto& path : addresses(secret.str())) {
        const auto answer = answer_to(t().reader, path);
        EXPECT_THAT(answer, Not(HasSubstr(canary))) << path;
        EXPECT_THAT(answer, Not(HasSubstr("Vulnerable"))) << path;
    }
    EXPECT_EQ(program.get(&t().reader, "/priorities/" + t().adolescents.id.str()).status, 404);
    EXPECT_EQ(program.get(&t().reader, "/objectives/" + t().prevent.id.str()).status, 404);
    EXPECT_EQ(program.get(&t().unit, "/priorities/" + t().adolescents.id.str()).status, 200);
}

TEST_F(Restricted, What_is_said_about_a_restricted_priority_and_its_reference_are_hidden_with_it) {
    const auto section = t().adolescents.id.str();
    std::string comment;
    t().in_one_transaction([&] {
        const auto said = comments::add(t().db, t().unit,
                                        {.kind = "section",
                                         .record = section,
                                         .answers = {},
                                         .words = std::string(canary) + " comment"});
        ASSERT_TRUE(said);
        comment = said->id.str();
    });
    const auto reference = references::of(t().db, "section", section);
    const auto page = "/priorities/" + section, answer = "/comments/" + comment + "/answer";
    EXPECT_THAT(program.get(&t().reader, page).body, HasSubstr(canary));
    EXPECT_EQ(program.get(&t().reader, answer).status, 200);
    restrict({"section", section}, {});
    EXPECT_THAT(program.get(&t().unit, page).body, HasSubstr(canary));
    EXPECT_EQ(program.get(&t().reader, answer).status, 404);
    EXPECT_EQ(program
                  .post(&t().reader, "/comments", "kind=section&record=" + section + "&words=x",
                        "said-of-what-is-hidden")
                  .status,
              404);
    EXPECT_THAT(program.get(&t().reader, "/go?reference=" + reference).body,
                HasSubstr("Nothing that you may see is called"));
}

TEST_F(Restricted, A_named_reader_is_in_the_log_before_the_page_is_sent) {
    add_secret();
    restrict_secret({named(t().reader)});
    const auto page = program.get(&t().reader, "/actions/" + secret.str());
    EXPECT_EQ(page.status, 200);
    EXPECT_THAT(page.body, HasSubstr(canary));
    EXPECT_THAT(page.body, HasSubstr("Restricted"));
    EXPECT_EQ(readings(), 1);
    const auto list = "/plans/" + t().plan.id.str() + "/actions";
    EXPECT_THAT(program.get(&t().reader, list).body, HasSubstr(canary));
    EXPECT_EQ(readings(), 2);
    (void)program.get(&t().reader, list + ".csv?words=Quetzal");
    EXPECT_EQ(readings(), 3);
    (void)program.get(&t().reader, list + "?words=guide");
    (void)program.get(&t().reader, "/account");
    EXPECT_EQ(readings(), 3) << "these show nothing of it";
}

TEST_F(Restricted, The_log_says_which_file_was_taken_to_those_who_may_know_of_it) {
    std::string file;
    t().in_one_transaction([&] {
        const std::string content = "what was said";
        file = files::attach(t().db, t().unit, {.kind = "action", .id = t().late.view()},
                             {.id = t().unit.new_id<files::FileId>(),
                              .digest = program.storage.put(content),
                              .size = 13,
                              .type = "text/plain",
                              .name = "notes.txt",
                              .made_at = t().now,
                              .scanned = "not scanned"})
                   .id.str();
    });
    const auto path = "/actions/" + t().late.str() + "/files/" + file;
    EXPECT_EQ(program.get(&t().unit, path).body, "what was said");
    EXPECT_EQ(program.get(&t().unit, path + "/about").status, 200);
    const auto log = "/audit/records/attachment/" + file;
    const auto of_file = program.get(&t().unit, log).body;
    EXPECT_THAT(of_file, HasSubstr("downloaded "));
    EXPECT_THAT(of_file, HasSubstr("looked at "));
    EXPECT_THAT(program.get(&t().unit, "/audit/records/action/" + t().late.str()).body,
                HasSubstr("downloaded a file of"));
    EXPECT_EQ(program.get(&who(Role::auditor), log).status, 200);
    EXPECT_THAT(program.get(&who(Role::auditor), "/audit").body, HasSubstr(log));
    restrict({"action", t().late.str()}, {});
    EXPECT_EQ(program.get(&who(Role::auditor), log).status, 404);
    EXPECT_THAT(program.get(&who(Role::auditor), "/audit").body, Not(HasSubstr(log)));
    EXPECT_EQ(program.get(&t().unit, log).status, 200);
}

TEST_F(Restricted, A_download_that_stands_in_a_file_is_in_the_log_before_it_is_sent) {
    add_secret();
    t().in_one_transaction([&] {
        auto action = *plan::find_action(t().db, t().unit, secret);
        action.title += std::string(http::Spool::in_memory, 'x');
        ASSERT_TRUE(plan::save_action(t().db, t().unit, action, {.verb = "action.changed"}));
    });
    restrict_secret({named(t().reader)});
    const auto csv = "/plans/" + t().plan.id.str() + "/actions.csv";
    const auto answer = program.get(&t().reader, csv);
    ASSERT_TRUE(answer.file) << "it should be too large for memory";
    EXPECT_EQ(readings(), 1);
    EXPECT_THAT(http::whole_body(answer), HasSubstr(canary));
    EXPECT_THAT(http::whole_body(program.get(&t().constable, csv)), Not(HasSubstr(canary)));
    EXPECT_EQ(readings(), 1);
}

TEST_F(Restricted, Reading_an_action_of_a_restricted_priority_is_reading_the_priority) {
    restrict({"section", t().adolescents.id.str()}, {named(t().reader)});
    (void)program.get(&t().reader, "/plans/" + t().plan.id.str() + "/actions.csv?words=guide");
    EXPECT_EQ(*t().db.one(count_verb, "restricted.read"), 1);
}

TEST_F(Restricted, A_restricted_objective_hides_its_actions_and_is_read_with_them) {
    restrict({"objective", t().prevent.id.str()}, {named(t().reader)});
    EXPECT_EQ(program.get(&t().constable, "/actions/" + t().late.str()).status, 404);
    EXPECT_EQ(program.get(&t().constable, "/objectives/" + t().prevent.id.str()).status, 404);
    EXPECT_EQ(program.get(&t().reader, "/plans/" + t().plan.id.str() + "/actions").status, 200);
    EXPECT_EQ(*t().db.one(count_verb, "restricted.read"), 1);
    EXPECT_EQ(program.get(&t().unit, "/restricted/objective/" + t().prevent.id.str()).status, 200);
}

TEST_F(Restricted, Everybody_of_a_named_agency_reads_it_but_who_is_denied) {
    add_secret();
    restrict_secret({{.person = {}, .owner = t().constabulary}, denied(who(Role::agency_lead))});
    const auto path = "/actions/" + secret.str();
    EXPECT_EQ(program.get(&t().constable, path).status, 200);
    EXPECT_EQ(program.get(&who(Role::group_chair), path).status, 200);
    EXPECT_EQ(program.get(&who(Role::agency_lead), path).status, 404);
}

TEST_F(Restricted, It_is_restricted_changed_and_lifted_on_its_page) {
    const auto path = "/restricted/action/" + t().late.str();
    EXPECT_THAT(program.get(&t().unit, "/actions/" + t().late.str()).body, HasSubstr(path));
    EXPECT_THAT(program.get(&t().unit, path).body, HasSubstr("Restrict who may read this"));
    EXPECT_EQ(program.post(&t().unit, path, "version=0&review_in_days=91", "1").status, 422);
    const auto reader = "readers=p:" + t().reader.person->str();
    EXPECT_EQ(program
                  .post(&t().unit, path,
                        "version=0&reason=A+named+child&review_in_days=90&" + reader, "2")
                  .status,
              303);
    EXPECT_EQ(program.get(&t().reader, "/actions/" + t().late.str()).status, 200);
    EXPECT_EQ(program.get(&t().constable, "/actions/" + t().late.str()).status, 404);
    const auto page = program.get(&t().unit, path).body;
    EXPECT_THAT(page, HasSubstr("A named child"));
    EXPECT_THAT(page, HasSubstr("22 Apr 2026")); // 90 days on
    const auto stale =
        program.post(&t().unit, path, "version=7&reason=Another&review_in_days=90", "3");
    EXPECT_EQ(stale.status, 422);
    EXPECT_THAT(stale.body, HasSubstr("while you were writing"));
    EXPECT_EQ(program.post(&t().unit, path + "/lift", "version=1", "4").status, 422);
    EXPECT_EQ(program.post(&t().unit, path + "/lift", "version=1&why=It+is+over", "5").status, 303);
    EXPECT_EQ(program.get(&t().constable, "/actions/" + t().late.str()).status, 200);
    EXPECT_TRUE(audit::verify(t().db).faults.empty());
}

TEST_F(Restricted, Nobody_shuts_themselves_out) {
    const auto myself = "version=0&reason=x&review_in_days=9&denied=p:" + t().unit.person->str();
    const auto path = "/restricted/action/" + t().late.str();
    EXPECT_THAT(program.post(&t().unit, path, myself, "1").body,
                HasSubstr("You would shut yourself out"));
}

struct Column {
    std::string table, name;
};
constexpr store::Query<Column()> list_columns{"test.list_columns", R"sql(
    SELECT m.name, c.name FROM sqlite_master m, pragma_table_info(m.name) c WHERE m.type = 'table'
    ORDER BY m.name, c.name)sql"};

TEST_F(Restricted, Every_table_that_hangs_on_what_can_be_restricted_says_so) {
    if (store::TestDatabase::is_on_postgresql())
        GTEST_SKIP() << "the same migrations made the same tables there";
    const auto is_declared = [&](const Column& column) {
        for (const auto& area : kinds) {
            for (const auto& one : area.hangs) {
                const bool is_twin = one.column == "id";
                if (one.table == column.table && (is_twin || one.column == column.name))
                    return true;
            }
            for (const auto& one : area.about)
                if (one.table == column.table && one.id_column == column.name) return true;
            for (const auto& one : area.also)
                if (one.table == column.table && one.test.find("t." + column.name) != one.test.npos)
                    return true;
        }
        return false;
    };
    int looked_at = 0;
    for (const auto& column : t().db.all(list_columns)) {
        // The restriction itself, and what a role is held within, say of what they are.
        if (column.table == "restriction" || column.table == "role_holding") continue;
        for (const auto* name :
             {"section_id", "objective_id", "action_id", "restriction_id", "record_id"}) {
            if (column.name != name) continue;
            EXPECT_TRUE(is_declared(column)) << column.table << "." << column.name
                                             << ": declare it (core/restriction/kinds.hpp)";
            ++looked_at;
        }
    }
    EXPECT_GT(looked_at, 8);
}

} // namespace
} // namespace openmasa
