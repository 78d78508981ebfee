// What the pictures show, and how they are drawn.
#include "core/terms/store.hpp"
#include "core/terms/tags.hpp"
#include "plan/position/module.hpp"
#include "plan/position/picture_views.hpp"
#include "plan/position/test_position.hpp"

namespace openmasa::position {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

Life life(std::vector<std::pair<Day, State>> stands) {
    Life made;
    for (const auto& [from, state] : stands) add_stand(made.stands, {.from = from, .state = state});
    return made;
}

TEST(MonthByMonth, Each_month_goes_on_where_the_one_before_ended) {
    const std::vector all = {
        life({{day(2023, 5, 5), State::accepted}, {day(2024, 12, 31), State::closed}}),
        life({{day(2024, 11, 1), State::accepted}}),
        life({{day(2025, 1, 31), State::accepted}, {day(2025, 2, 1), State::embedded}})};
    const auto months = months_until(all, day(2025, 2, 10), 3);
    ASSERT_EQ(months.size(), 5U) << "from the beginning of a quarter";
    EXPECT_EQ(months.front().first, day(2024, 10, 1));
    EXPECT_EQ(months.back().last, day(2025, 2, 10));
    std::vector<int> outstanding, opened, closed;
    for (std::size_t at = 0; at < months.size(); ++at) {
        const auto& flow = months[at].flow;
        outstanding.push_back(flow.now);
        opened.push_back(flow.opened());
        closed.push_back(flow.closed());
        if (at > 0) {
            EXPECT_EQ(flow.then, months[at - 1].flow.now);
        }
    }
    EXPECT_THAT(outstanding, ElementsAre(1, 2, 1, 2, 1));
    EXPECT_THAT(opened, ElementsAre(0, 1, 0, 1, 0));
    EXPECT_THAT(closed, ElementsAre(0, 0, 1, 0, 1));
}

TEST(MonthByMonth, There_is_none_before_anything_was_recommended) {
    EXPECT_THAT(months_until({}, day(2025, 2, 10), 24), IsEmpty());
    const std::vector all = {life({{day(2025, 2, 1), State::proposed}})};
    EXPECT_EQ(months_until(all, day(2025, 2, 10), 24).size(), 2U);
}

class ThemesOverYears : public TestPosition {
protected:
    ThemesOverYears() {
        test.in_one_transaction([&] {
            neglect = add_theme("Neglect <b>&");
            voice = add_theme("Voice of the child");
        });
    }
    terms::TermId add_theme(std::string name) {
        terms::Term term{.id = test.unit.new_id<terms::TermId>(),
                         .kind = terms::Kind::theme,
                         .name = std::move(name)};
        terms::add_term(test.db, test.unit, term);
        return term.id;
    }
    std::string tags(std::vector<terms::TermId> ids) {
        return terms::tags_from(*terms::term_book(test.db), ids);
    }
    Themes themes(std::vector<TimeRecommended> times) {
        return themes_of(times, *terms::term_book(test.db), day(2025, 3, 31), 3);
    }
    void tag(const RecommendationId& id, std::vector<terms::TermId> ids) {
        change(id, [&](Whole& now) { now.it.tags = tags(ids); });
    }
    terms::TermId neglect, voice;
};

TEST_F(ThemesOverYears, What_came_back_in_most_years_stands_first) {
    const auto both = tags({neglect, voice}), one = tags({voice});
    const auto made = themes({{one, day(2025, 1, 1)},
                              {one, day(2025, 2, 1)},
                              {one, day(2025, 3, 1)},
                              {both, day(2023, 1, 1)},
                              {tags({neglect}), day(2021, 1, 1)},
                              {tags({neglect}), day(2019, 1, 1)},
                              {tags({neglect}), {}},
                              {"", day(2024, 1, 1)}});
    ASSERT_EQ(made.rows.size(), 2U);
    EXPECT_EQ(made.rows[0].name, "Neglect <b>&");
    EXPECT_EQ(made.rows[0].years, 3);
    EXPECT_EQ(made.rows[0].before, 2);
    EXPECT_EQ(made.rows[0].undated, 1);
    EXPECT_EQ(made.rows[0].all, 4);
    EXPECT_THAT(made.rows[0].in_year, ElementsAre(1, 0, 0));
    EXPECT_THAT(made.rows[1].in_year, ElementsAre(1, 0, 3));
    EXPECT_EQ(made.times, 8);
    EXPECT_EQ(made.without_theme, 1);
    const auto picture = themes_picture(made);
    EXPECT_EQ(picture.finding, "Neglect <b>& was recommended in 3 different years, 4 times");
    EXPECT_THAT(picture.counted, HasSubstr("1 of 8 carry no theme."));
    ASSERT_EQ(picture.table->heads.size(), 7U);
    EXPECT_EQ(picture.table->heads[1].words, "Before 2023");
    EXPECT_EQ(picture.table->heads[5].words, "No date");
}

TEST_F(ThemesOverYears, Years_before_the_first_that_counts_anything_are_left_out) {
    const auto made = themes({{tags({voice}), day(2024, 1, 1)}, {"", day(2023, 1, 1)}});
    EXPECT_EQ(made.first_year, 2024);
    EXPECT_THAT(made.rows.at(0).in_year, ElementsAre(1, 0));
    EXPECT_EQ(themes({{tags({voice}), {}}}).first_year, 2025) << "the last year stays";
    EXPECT_EQ(themes({{tags({voice}), day(2021, 1, 1)}}).first_year, 2023) << "after those before";
}

TEST_F(ThemesOverYears, Nothing_comes_back_in_a_single_year) {
    EXPECT_EQ(themes_picture(themes({{tags({voice}), day(2025, 1, 1)}})).finding,
              "No theme came back in another year");
    EXPECT_EQ(themes_picture(themes({{"", day(2025, 1, 1)}})).finding,
              "No recommendation carries a theme yet");
}

TEST_F(ThemesOverYears, Of_one_that_stands_with_another_its_own_themes_count_or_else_the_others) {
    const auto first = add("First", day(2024, 1, 1)), second = add("Second", day(2025, 1, 1));
    const auto third = add("Third", day(2025, 1, 1)), gone = add("Gone", day(2025, 1, 1));
    tag(first, {neglect});
    tag(third, {voice});
    join(second, first);
    join(third, first);
    tag(gone, {neglect});
    change(gone, [](Whole& now) {
        now.it.withdrawn = true;
        now.it.withdrawn_why = "No recommendation";
    });
    const auto times = [&](const Scope& scope) {
        auto made = themes(times_recommended(test.db, scope, lives(test.db, scope)));
        test.db.finish();
        return made;
    };
    const auto made = times(test.unit);
    EXPECT_EQ(made.times, 3) << "what was withdrawn recommended nothing";
    EXPECT_EQ(made.rows[0].all, 2);
    EXPECT_EQ(made.rows[1].all, 1);
    EXPECT_EQ(times(looking_back(day(2024, 12, 31))).rows.size(), 0U) << "nobody had said it yet";
    EXPECT_THAT(times_recommended(test.db, test.outsider, {}), IsEmpty());
}

class PositionPictures : public TestPosition {
protected:
    std::string page() { return test.get(module(), test.reader, "/recommendations/pictures").body; }
};

TEST_F(PositionPictures, Each_has_its_finding_what_is_counted_and_its_figures_in_a_table) {
    const auto one = add("Listen <b>&", day(2025, 1, 10)), two = add("Share", day(2025, 1, 10));
    file(one, Home::sector, Kind::workforce);
    move(one, State::accepted, day(2025, 2, 1));
    move(two, State::accepted, day(2025, 2, 1));
    move(two, State::closed, day(2025, 4, 1));
    const auto body = page();
    EXPECT_THAT(body, HasSubstr("1 outstanding, 1 more than on 31 December 2024: 2 opened, 1 "
                                "closed"));
    EXPECT_THAT(body, HasSubstr("<title id=\"flow-title\">1 outstanding"));
    EXPECT_THAT(body, HasSubstr("<desc id=\"flow-desc\">Outstanding at the end of each month: 0 "
                                "on 31 December 2024, 1 on 22 January 2026, 2 at most."));
    EXPECT_THAT(body, HasSubstr("<title>February 2025: 2 opened</title>"));
    EXPECT_THAT(body, HasSubstr("<title>April 2025: 1 closed</title>"));
    EXPECT_THAT(body, HasSubstr("Education &lt;b&gt;&amp;: 1 of 1 outstanding"));
    EXPECT_THAT(body, HasSubstr("0 of 1 were accepted more than 2 years ago"));
    EXPECT_THAT(body, HasSubstr("No recommendation carries a theme yet"));
    for (const auto* caption : {"Recommendations month by month", "by home and kind", "by age"})
        EXPECT_THAT(body, HasSubstr(caption));
    EXPECT_THAT(body, Not(HasSubstr("<b>&")));
}

TEST_F(PositionPictures, What_was_joined_is_named_beside_what_opened_and_closed) {
    const auto one = add("Listen", day(2025, 1, 10)), two = add("Share", day(2025, 1, 10));
    move(one, State::accepted, day(2025, 2, 1));
    move(two, State::accepted, day(2025, 2, 1));
    join(two, one);
    EXPECT_THAT(page(), HasSubstr("1 outstanding, 1 more than on 31 December 2024: 2 opened, 0 "
                                  "closed; 1 joined to another one"));
}

TEST_F(PositionPictures, Nought_is_written_and_not_drawn) {
    const auto one = add("Listen", day(2025, 1, 10));
    move(one, State::accepted, day(2025, 2, 1));
    const auto all = lives(test.db, test.unit);
    const StatementFacts facts{.position =
                                   position_of(all, day(2025, 12, 31), test.unit.today, {})};
    const auto picture = homes_picture(facts);
    EXPECT_TRUE(picture.drawn(*picture.table, 0, 1).empty());
    EXPECT_FALSE(picture.drawn(*picture.table, 0, 5).empty()) << "its kind is not said";
    EXPECT_TRUE(picture.drawn(*picture.table, 0, 6).empty()) << "all of them";
    EXPECT_TRUE(picture.drawn(*picture.table, 1, 5).empty()) << "of all homes";
}

TEST_F(PositionPictures, Of_homes_that_have_as_many_each_is_named) {
    StatementFacts facts{.position = {.all = {.all = 9}}};
    facts.position.homes = {{.home = Home::sector, .name = "Education", .all = 4},
                            {.home = Home::sector, .name = "Health", .all = 4},
                            {.home = Home::other, .all = 1}};
    EXPECT_EQ(homes_picture(facts).finding, "Education and Health: 4 each of 9 outstanding");
    facts.position.homes[2].all = 4;
    EXPECT_EQ(homes_picture(facts).finding, "3 homes with 4 each of 9 outstanding");
}

TEST_F(PositionPictures, Without_recommendations_there_is_nothing_to_draw) {
    const auto body = page();
    EXPECT_THAT(body, HasSubstr("Nobody had recommended anything"));
    EXPECT_THAT(body, Not(HasSubstr("om-xmr")));
}

} // namespace
} // namespace openmasa::position
