// The highlight report of a priority by real requests: page, Word, PDF, and its covering words.
#include "core/documents/pdf.hpp"
#include "core/documents/word_file.hpp"
#include "core/exchange/word.hpp"
#include "plan/retention/store.hpp"
#include "restricted.hpp"

namespace openmasa {
namespace {

using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

class PlanReport : public Restricted {
protected:
    std::string address() { return "/priorities/" + t().adolescents.id.str() + "/report"; }
    std::string page(const Scope& who, const std::string& query = "") {
        return program.get(&who, address() + query).body;
    }
    http::Response write(const Scope& who, const std::string& fields) {
        return program.post(&who, address() + "/words", fields, fmt::format("nonce-{}", ++posts));
    }
    int count(std::string_view verb) { return t().db.one(count_verb, verb).value_or(0); }
    int posts = 0;
};

TEST_F(PlanReport, A_delegated_partner_reads_it_and_a_stranger_does_not) {
    const auto body = page(t().reader);
    EXPECT_THAT(body, HasSubstr("Highlight report"));
    EXPECT_THAT(body, HasSubstr("Map &lt;b&gt;&amp; partners"));
    EXPECT_THAT(body, HasSubstr("Children are safer &lt;b&gt;&amp;"));
    EXPECT_THAT(body, Not(HasSubstr("Set up the working group"))); // of another priority
    EXPECT_EQ(program.get(&t().outsider, address()).status, 404);
    EXPECT_EQ(program.get(&t().reader, "/priorities/" + t().late.str() + "/report").status, 404);
    EXPECT_THAT(program.get(&t().reader, "/priorities/" + t().adolescents.id.str()).body,
                HasSubstr(address()));
}

TEST_F(PlanReport, What_was_done_is_since_a_day_that_the_reader_chooses) {
    EXPECT_THAT(page(t().reader, "?since=1+January+2026"),
                HasSubstr("What was done since 1 Jan 2026"));
    EXPECT_THAT(page(t().reader), HasSubstr("What was done since 22 Oct 2025"));
    for (const auto* wrong : {"?since=soon", "?since=2027-01-01"}) {
        const auto answer = program.get(&t().reader, address() + wrong);
        EXPECT_EQ(answer.status, 422);
        EXPECT_THAT(answer.body, HasSubstr("There is a problem"));
    }
}

TEST_F(PlanReport, Covering_words_stand_on_top_and_each_version_is_kept) {
    EXPECT_EQ(write(t().unit, "words=We+are+<late>&asks=A+second+trainer&version=0").status, 303);
    EXPECT_THAT(page(t().reader), HasSubstr("We are &lt;late&gt;"));
    EXPECT_THAT(page(t().reader), HasSubstr("A second trainer"));
    EXPECT_EQ(write(t().unit, "words=All+is+well&asks=&version=1").status, 303);
    EXPECT_THAT(page(t().reader), Not(HasSubstr("We are &lt;late&gt;")));
    const auto form = program.get(&t().unit, address() + "/words").body;
    EXPECT_THAT(form, HasSubstr("We are &lt;late&gt;"));
    EXPECT_THAT(form, HasSubstr("All is well"));
    EXPECT_EQ(count("report.worded"), 2);
    EXPECT_EQ(write(t().unit, "words=&asks=&version=2").status, 303);
    EXPECT_THAT(page(t().reader), Not(HasSubstr("All is well")));
}

TEST_F(PlanReport, Of_two_who_write_at_once_the_second_sees_both) {
    EXPECT_EQ(write(t().unit, "words=First&asks=&version=0").status, 303);
    const auto second = write(t().unit, "words=Second&asks=&version=0");
    EXPECT_EQ(second.status, 422);
    EXPECT_THAT(second.body, HasSubstr("Somebody wrote covering words meanwhile"));
    EXPECT_THAT(second.body, HasSubstr("First"));
    EXPECT_THAT(second.body, HasSubstr("Second"));
    EXPECT_EQ(count("report.worded"), 1);
}

TEST_F(PlanReport, The_owner_of_the_priority_writes_and_others_do_not) {
    EXPECT_EQ(write(t().constable, "words=Ours&asks=&version=0").status, 303);
    EXPECT_EQ(write(t().reader, "words=Not+mine&asks=&version=1").status, 404);
    const auto other = "/priorities/" + t().families.id.str() + "/report/words";
    EXPECT_EQ(program.get(&t().constable, other).status, 404);
    EXPECT_EQ(write(t().unit, "words=" + std::string(4001, 'x') + "&asks=&version=1").status, 422);
    EXPECT_EQ(count("report.worded"), 1);
}

TEST_F(PlanReport, It_leaves_as_word_and_the_log_says_so) {
    const auto file = program.get(&t().reader, address() + ".docx");
    EXPECT_EQ(file.status, 200);
    EXPECT_TRUE(word::read_word(file.body));
    EXPECT_THAT(Program::header(file, "Content-Disposition"),
                HasSubstr("highlight-report-vulnerable-b-adolescents.docx"));
    EXPECT_EQ(count("section.report_taken"), 1);
}

TEST_F(PlanReport, It_leaves_as_pdf_where_that_can_be_made) {
    unsetenv("OPENMASA_CHROMIUM"); // the tests' program has none
    if (const auto why = documents::why_no_pdf(); !why.empty()) GTEST_SKIP() << why;
    EXPECT_THAT(page(t().reader), HasSubstr(address() + ".pdf"));
    const auto file = program.get(&t().reader, address() + ".pdf");
    EXPECT_EQ(file.status, 200);
    EXPECT_THAT(file.body, StartsWith("%PDF-"));
    EXPECT_EQ(count("section.report_taken"), 1);
}

TEST_F(PlanReport, Without_a_browser_the_page_says_so_and_offers_no_pdf) {
    EXPECT_THAT(page(t().reader), Not(HasSubstr("report.pdf")));
    EXPECT_THAT(page(t().reader), HasSubstr("Print this page instead."));
    const auto file = program.get(&t().reader, address() + ".pdf");
    EXPECT_EQ(file.status, 503);
    EXPECT_THAT(file.body, HasSubstr("Chromium is not installed"));
    EXPECT_EQ(count("section.report_taken"), 0);
}

TEST_F(PlanReport, What_is_restricted_is_neither_in_it_nor_in_its_log_for_others) {
    write(t().unit, "words=" + std::string(canary) + "&asks=&version=0");
    restrict({"section", t().adolescents.id.str()}, {named(t().unit)});
    EXPECT_EQ(program.get(&t().reader, address()).status, 404);
    EXPECT_EQ(program.get(&t().reader, address() + ".docx").status, 404);
    EXPECT_THAT(page(t().unit), HasSubstr(canary));
}

TEST_F(PlanReport, Covering_words_are_destroyed_with_their_plan) {
    constexpr store::Query<std::string()> kept{
        "test.kept_words", "SELECT content FROM history WHERE kind = 'report' AND content <> ''"};
    write(t().unit, "words=" + std::string(canary) + "&asks=&version=0");
    t().db.finish();
    EXPECT_THAT(t().db.one(kept).value_or(""), HasSubstr(canary));
    t().in_one_transaction(
        [&] { retention::destroy_plan(t().db, t().unit, t().plan.id.view(), "D-2026-1"); });
    EXPECT_EQ(t().db.one(kept), std::nullopt);
}

TEST_F(PlanReport, As_at_an_earlier_day_it_is_the_report_of_that_day) {
    const auto then = program.get(&t().reader, address() + "?as-at=2026-01-21");
    EXPECT_EQ(then.status, 404); // the plan is of the 22nd
    write(t().unit, "words=Said+today&asks=&version=0");
    EXPECT_THAT(page(t().reader, "?as-at=2026-01-22"), HasSubstr("Said today"));
}

} // namespace
} // namespace openmasa
