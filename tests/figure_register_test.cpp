// The register of figures and its files, by real requests: what is found, what is counted as what,
// what files are called.
#include "figures.hpp"

namespace openmasa {
namespace {

namespace figures = openmasa::intelligence;
using testing::HasSubstr;
using testing::Not;

class FigureRegister : public Figures {};

TEST_F(FigureRegister, The_register_finds_indicators_by_words_and_those_without_a_figure) {
    load(norfolk());
    const auto elsewhere = page("/indicators?area=970");
    EXPECT_THAT(elsewhere, HasSubstr("2 more indicators are without a figure"));
    EXPECT_THAT(elsewhere, HasSubstr("which=all\">Show them</a>"));
    EXPECT_THAT(page("/indicators?area=970&which=all"), HasSubstr(address_of("Plans") + "\">"));
    const auto found = page("/indicators?words=PLANS");
    EXPECT_THAT(found, HasSubstr("<b>1 indicator of Norfolk</b> for “PLANS”"));
    EXPECT_THAT(found, Not(HasSubstr("Rate &lt;b&gt;")));
    EXPECT_THAT(page("/indicators?words=local+authority"), HasSubstr("2 indicators of Norfolk"))
        << "the source, too";
    EXPECT_THAT(page("/indicators?words=%3Cb%3Enothing"),
                HasSubstr("No indicator says “&lt;b&gt;nothing”."));
}

TEST_F(FigureRegister, The_register_shows_only_the_unusual_where_that_is_asked) {
    load(norfolk());
    std::string falls = "measure_short,la_number,year,value\n";
    for (int year = 2013; year <= 2024; ++year)
        falls += fmt::format("Rate,926,{},50.{}\n", year, year % 2);
    load(falls);
    const auto shown = page("/indicators");
    EXPECT_THAT(shown, HasSubstr("which=unusual\">the latest figure is unusual in 1</a>"));
    const auto unusual = page("/indicators?which=unusual");
    EXPECT_THAT(unusual, HasSubstr("Rate &lt;b&gt;</a>"));
    EXPECT_THAT(unusual, Not(HasSubstr("Plans &lt;b&gt;&amp;</a>")));
}

TEST_F(FigureRegister, What_changed_is_told_without_a_machines_digits) {
    load("measure_short,la_number,year,value\nRate,926,2023,12.1\nRate,926,2024,12.5\n");
    EXPECT_THAT(page(address_of("Rate")), HasSubstr("0.4 more than in 2023"));
}

TEST_F(FigureRegister, Files_of_areas_and_definitions_are_counted_as_what_they_are) {
    const auto loads = program.get(&program.test.unit, "/indicators/loads").body;
    EXPECT_THAT(loads, HasSubstr("2 areas new, 0 refused"));
    EXPECT_THAT(loads, HasSubstr("2 indicators new, 0 refused"));
    EXPECT_THAT(loads, Not(HasSubstr("the same")));
}

TEST_F(FigureRegister, Where_every_line_is_refused_the_page_does_not_say_that_all_is_here) {
    std::string address;
    program.test.in_one_transaction([&] {
        const auto id = figures::upload(program.test.db, program.test.unit, "plans.csv",
                                        "measure_short,la_number,year,value\nPlans,999,2025,1\n");
        ASSERT_TRUE(id);
        address = "/indicators/import/" + id->str();
    });
    const auto shown = program.get(&program.test.unit, address).body;
    EXPECT_THAT(shown, HasSubstr("Nothing of it can be saved"));
    EXPECT_THAT(shown, HasSubstr("1 row is refused. Nothing can be saved until the file is"));
    EXPECT_THAT(shown, Not(HasSubstr("is here already")));
}

TEST_F(FigureRegister,
       A_file_is_called_after_its_indicator_and_area_and_has_the_published_interval) {
    load(norfolk());
    const auto named = [&](const std::string& what) {
        return Program::header(program.get(&program.test.reader, address_of("Plans") + what),
                               "Content-Disposition");
    };
    EXPECT_THAT(named("/figures.csv"), HasSubstr("plans-b-norfolk-figures-2026-01-22.csv"));
    EXPECT_THAT(named("/chart.svg"), HasSubstr("plans-b-norfolk-chart-2026-01-22.svg"));
    load(
        "Indicator ID,Indicator Name,Area Code,Area Name,Sex,Age,Category Type,Category,"
        "Time period,Value,Lower CI 95.0 limit,Upper CI 95.0 limit,Count,Denominator,Value note,"
        "Recent Trend,Time period Sortable\n"
        "7,Injuries,E10000020,Norfolk,Persons,<15,,,2022/23,61.5,57.5,65.6,865,140598,,,20220000\n",
        "fingertips.csv");
    const auto all = figures::indicators_of(program.test.db, figures::Source::fingertips);
    program.test.db.finish();
    const auto csv =
        page("/indicators/" + all.find("7")->second.id.str() + "/figures.csv?area=E10000020");
    EXPECT_THAT(csv, HasSubstr(",file,published_lower,published_upper"));
    EXPECT_THAT(csv, HasSubstr(",fingertips.csv,57.5,65.6"));
}

TEST_F(FigureRegister, Two_indicators_of_one_name_and_theme_are_refused) {
    const auto add = [&](const std::string& title, const std::string& theme) {
        return post(program.test.unit, "/indicators/add",
                    "title=" + title + "&theme=" + theme +
                        "&counts=&unit=&decimals=&polarity=none&caveats=&measure=number&often=month"
                        "&due=15&asked_of=whole&from=1+October+2025&owner=" +
                        program.test.constabulary.str());
    };
    EXPECT_EQ(add("In+custody", "Police").status, 303);
    const auto again = add("in+CUSTODY", "Police");
    EXPECT_EQ(again.status, 422);
    EXPECT_THAT(again.body,
                HasSubstr("There is an indicator of this name under “Police” already."));
    EXPECT_EQ(add("In+custody", "Courts").status, 303);
}

} // namespace
} // namespace openmasa
