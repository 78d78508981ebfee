// The position statement of the composite action plan by real requests: as at a day, with its
// downloads, and without what is restricted from the reader.
#include "core/documents/pdf.hpp"
#include "plan/recommendation_store.hpp"
#include "restricted.hpp"

namespace openmasa {
namespace {

using recommendations::State;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

class PositionPages : public Restricted {
protected:
    recommendations::RecommendationId add(const std::string& title, Day since, State state) {
        recommendations::Whole whole{
            .it = {.id = t().unit.new_id<recommendations::RecommendationId>(),
                   .title = title,
                   .state = state,
                   .since = since}};
        const auto id = whole.it.id;
        t().in_one_transaction(
            [&] { recommendations::add_recommendation(t().db, t().unit, std::move(whole)); });
        return id;
    }
    std::string page(const Scope& who, const std::string& query = "") {
        return program.get(&who, "/recommendations/position" + query).body;
    }
    int count(std::string_view verb) { return t().db.one(count_verb, verb).value_or(0); }
};

TEST_F(PositionPages, A_day_in_the_past_shows_its_own_figures_and_links_keep_it) {
    add("Listen", day(2025, 3, 1), State::accepted);
    add("Share", day(2025, 6, 1), State::accepted);
    EXPECT_THAT(page(t().reader), HasSubstr("2 recommendations are outstanding"));
    const auto then = page(t().reader, "?as-at=2025-03-31");
    EXPECT_THAT(then, HasSubstr("1 recommendation was outstanding on 31 March 2025."));
    EXPECT_THAT(then, HasSubstr("What moved since 31 December 2024"));
    EXPECT_THAT(then, HasSubstr("position.docx?since=2024-12-31&amp;as-at=2025-03-31"));
    EXPECT_THAT(then, HasSubstr("standing=outstanding&amp;as-at=2025-03-31"));
    EXPECT_THAT(page(t().reader, "?as-at=2025-03-31&known=then"),
                HasSubstr("Nobody had recommended anything by 31 March 2025."));
}

TEST_F(PositionPages, The_form_asks_for_both_days_and_is_not_overruled_by_the_day_that_is_shown) {
    add("Listen", day(2025, 3, 1), State::accepted);
    const auto then = page(t().reader, "?as-at=2025-03-31&since=2025-02-01");
    const auto form = then.substr(then.find("om-position__days"));
    const auto end = form.substr(0, form.find("</form>"));
    EXPECT_THAT(end, HasSubstr("name=\"as-at\" type=\"text\" value=\"31 March 2025\""));
    EXPECT_THAT(end, HasSubstr("name=\"since\" type=\"text\" value=\"1 February 2025\""));
    EXPECT_THAT(end, Not(HasSubstr("type=\"hidden\" name=\"as-at\"")));
    EXPECT_THAT(page(t().reader, "?as-at=31+March+2025"), HasSubstr("1 recommendation was"));
    const auto wrong = program.get(&t().reader, "/recommendations/position?as-at=2030-01-01");
    EXPECT_EQ(wrong.status, 422);
    EXPECT_THAT(wrong.body, HasSubstr("id=\"on-error\""));
}

TEST_F(PositionPages, What_is_restricted_from_a_reader_is_in_no_figure_and_no_file) {
    const auto hidden = add(canary, day(2025, 3, 1), State::accepted);
    add("Listen", day(2025, 3, 1), State::accepted);
    EXPECT_THAT(page(t().reader), HasSubstr("2 recommendations are outstanding"));
    restrict({"recommendation", hidden.str()}, {{.person = *t().unit.person}});
    for (const auto* query : {"", "?as-at=2025-03-31", "?as-at=2026-01-22&since=2024-12-31"}) {
        const auto body = page(t().reader, query);
        EXPECT_THAT(body, HasSubstr("1 recommendation "));
        EXPECT_THAT(body, Not(HasSubstr(canary)));
    }
    for (const auto* query : {"", "?as-at=2025-03-31"}) {
        const auto body =
            program.get(&t().reader, std::string("/recommendations/pictures") + query).body;
        EXPECT_THAT(body, HasSubstr("1 recommendation "));
        EXPECT_THAT(body, HasSubstr(">1 outstanding, 1 more than on"));
    }
    EXPECT_THAT(page(t().unit), HasSubstr("2 recommendations are outstanding"));
    EXPECT_THAT(page(t().unit, "?since=2024-12-31"), HasSubstr(canary));
}

TEST_F(PositionPages, Each_download_is_an_entry_and_nobody_else_gets_one) {
    add("Listen", day(2025, 3, 1), State::accepted);
    const auto word = program.get(&t().reader, "/recommendations/position.docx?as-at=2025-03-31");
    EXPECT_EQ(word.status, 200);
    EXPECT_THAT(word.body, StartsWith("PK"));
    const auto workbook = program.get(&t().reader, "/recommendations/position.xlsx");
    EXPECT_THAT(workbook.body, StartsWith("PK"));
    EXPECT_EQ(count("position.downloaded"), 2);
    EXPECT_EQ(program.get(&t().outsider, "/recommendations/position.xlsx").status, 404);
    EXPECT_EQ(count("position.downloaded"), 2);
}

TEST_F(PositionPages, It_leaves_as_pdf_where_that_can_be_made) {
    unsetenv("OPENMASA_CHROMIUM"); // the tests' program has none
    if (const auto why = documents::why_no_pdf(); !why.empty()) GTEST_SKIP() << why;
    add("Listen", day(2025, 3, 1), State::accepted);
    EXPECT_THAT(page(t().reader), HasSubstr("position.pdf"));
    const auto file = program.get(&t().reader, "/recommendations/position.pdf?as-at=2025-03-31");
    EXPECT_EQ(file.status, 200);
    EXPECT_THAT(file.body, StartsWith("%PDF-"));
    EXPECT_THAT(Program::header(file, "Content-Disposition"), HasSubstr("position-2025-03-31.pdf"));
    EXPECT_EQ(count("position.downloaded"), 1);
}

TEST_F(PositionPages, Without_a_browser_the_page_says_so_and_offers_no_pdf) {
    add("Listen", day(2025, 3, 1), State::accepted);
    EXPECT_THAT(page(t().reader), Not(HasSubstr("position.pdf")));
    EXPECT_THAT(page(t().reader), HasSubstr("Print this page instead."));
    EXPECT_EQ(program.get(&t().reader, "/recommendations/position.pdf").status, 503);
    EXPECT_EQ(count("position.downloaded"), 0);
}

} // namespace
} // namespace openmasa
