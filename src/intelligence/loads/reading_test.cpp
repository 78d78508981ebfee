#include "intelligence/loads/reading.hpp"
#include "intelligence/loads/test_loading.hpp"

namespace openmasa::intelligence {
namespace {

using testing::HasSubstr;
using testing::SizeIs;

const Day today = day(2026, 1, 22);

Definitions defined() {
    Definitions definitions;
    definitions["Plans"].definition = {.source = Source::lait,
                                       .code = "Plans",
                                       .title = "Plans",
                                       .theme = "Child protection",
                                       .year = PeriodKind::reporting_year};
    return definitions;
}

Reading read(std::string_view bytes) {
    static const auto definitions = defined();
    auto reading = read_figures_file(bytes, definitions, today);
    EXPECT_TRUE(reading) << reading.refusal().problems.front().words;
    return reading ? std::move(*reading) : Reading{};
}
std::string refusal(std::string_view bytes) {
    const auto reading = read_figures_file(bytes, {}, today);
    return reading ? "it was read" : reading.refusal().problems.front().words;
}

// --- Local Authority Interactive Tool ------------------------------------------------------------

TEST(ReadingLait, Columns_stand_in_any_order_and_text_is_kept_as_it_is) {
    const auto reading = read("\xEF\xBB\xBFvalue,year,la_number,measure_short\r\n"
                              "7.0000000000000007E-2,2025 (prov),926,Plans\r\n");
    ASSERT_THAT(reading.figures, SizeIs(1));
    const auto& figure = reading.figures.front();
    EXPECT_EQ(figure.text.value, "7.0000000000000007E-2");
    EXPECT_EQ(figure.text.standing, std::int64_t(FigureStanding::provisional));
    EXPECT_EQ(figure.period, FigurePeriod::of_years(PeriodKind::reporting_year, 2025).number());
    EXPECT_EQ(reading.areas[figure.area].dfe, "926");
    EXPECT_EQ(figure.line, 2);
}

TEST(ReadingLait, A_row_that_cannot_be_is_refused_with_its_reason) {
    const auto reading = read("measure_short,la_number,year,value\n"
                              "Other,926,2025,1\n"
                              "Plans,926,2052,1\n"
                              "Plans,926,2025,about 5\n"
                              "Plans,926,2025,\n"
                              "Plans,926,2014-16,3\n");
    ASSERT_THAT(reading.refused, SizeIs(4));
    EXPECT_THAT(reading.refused[0].why, HasSubstr("not defined yet"));
    EXPECT_EQ(reading.refused[1].why, "2052 has not begun, so no figure can be of it.");
    EXPECT_EQ(reading.refused[1].what, "Plans, 926, 2052");
    EXPECT_EQ(reading.refused[2].why, "\"about 5\" is no figure.");
    EXPECT_EQ(reading.refused[3].line, 5);
    ASSERT_THAT(reading.figures, SizeIs(1));
    EXPECT_EQ(FigurePeriod::from_number(reading.figures[0].period)->years(), 3);
}

TEST(ReadingLait, The_dictionary_says_what_measures_are) {
    const auto reading = read(lait_dictionary);
    ASSERT_THAT(reading.indicators, SizeIs(2));
    const auto& plans = reading.indicators[0];
    EXPECT_EQ(plans.measure, Measure::number);
    EXPECT_EQ(plans.year, PeriodKind::reporting_year);
    EXPECT_EQ(plans.decimals, 0);
    EXPECT_EQ(plans.theme, "Child protection");
    EXPECT_EQ(plans.due, "1 Nov 2026");
    const auto& again = reading.indicators[1];
    EXPECT_EQ(again.measure, Measure::percentage);
    EXPECT_EQ(again.polarity, statistics::Polarity::low_is_good);
    EXPECT_EQ(again.theme, "Referrals and assessments");
    EXPECT_EQ(again.multiplier, 100);
    ASSERT_THAT(reading.refused, SizeIs(1));
    EXPECT_THAT(reading.refused[0].why, HasSubstr("stands above for another measure"));
}

// --- Explore Education Statistics ----------------------------------------------------------------

constexpr std::string_view ees_head =
    "time_period,time_identifier,geographic_level,country_code,country_name,region_code,region_name,"
    "old_la_code,la_name,new_la_code,";

std::string ees(std::string_view columns, std::initializer_list<std::string_view> rows) {
    auto text = std::string(ees_head) + std::string(columns) + "\n";
    for (const auto row : rows) text += std::string(row) + "\n";
    return text;
}

TEST(ReadingEes, A_column_of_figures_is_an_indicator_and_symbols_stay) {
    const auto text = ees(
        "category,CPP_start,CPP_subsequent,CPP_subsequent_percent",
        {"2025,Reporting year,Local authority,E92000001,England,E12000006,East of England,926,Norfolk,"
         "E10000020,Child Protection Plans which are a second or subsequent plan,536,101,18.8",
         "2025,Reporting year,Local authority,E92000001,England,E12000007,London,201,City of London,"
         "E09000001,Child Protection Plans which are a second or subsequent plan,c,c,z"});
    const auto reading = read(text);
    ASSERT_THAT(reading.indicators, SizeIs(3));
    EXPECT_EQ(reading.indicators[2].title, "Second or later child protection plans, share");
    ASSERT_THAT(reading.figures, SizeIs(6));
    EXPECT_EQ(reading.figures[2].text.value, "18.8");
    EXPECT_EQ(reading.figures[2].text.numerator, "101");
    EXPECT_EQ(reading.figures[2].text.denominator, "536");
    EXPECT_EQ(reading.figures[5].text.value, "z");
    EXPECT_EQ(reading.areas[0].dfe, "926");
    EXPECT_EQ(reading.areas[0].within_ons, "E12000006");
}

TEST(ReadingEes, A_filter_with_a_total_is_whom_it_is_about_and_one_without_is_what_is_counted) {
    const auto text =
        ees("sex,kind,count",
            {"202425,Academic year,National,E92000001,England,,,,,,Total,Starting,30",
             "202425,Academic year,National,E92000001,England,,,,,,Female,Starting,14"});
    const auto reading = read(text);
    ASSERT_THAT(reading.indicators, SizeIs(1));
    EXPECT_EQ(reading.indicators[0].title, "Starting: count");
    EXPECT_EQ(reading.indicators[0].theme, "Not sorted yet");
    EXPECT_THAT(reading.breakdowns, testing::ElementsAre("", "sex: Female"));
    EXPECT_EQ(reading.figures[0].breakdown, 0U);
    EXPECT_EQ(reading.figures[1].breakdown, 1U);
    EXPECT_EQ(reading.figures[0].period,
              FigurePeriod::of_years(PeriodKind::academic_year, 2024).number());
}

TEST(ReadingEes, Counts_of_England_and_regions_are_known_as_rounded) {
    std::vector<std::string> rows;
    auto text = std::string(ees_head) + "category,At31_episodes\n";
    for (int year = 2019; year <= 2024; ++year)
        text += std::to_string(year) +
                ",Reporting year,National,E92000001,England,,,,,,Children in Need," +
                std::to_string(year * 10) + "\n";
    text +=
        "2024,Reporting year,Local authority,E92000001,England,E12000006,East of England,926,Norfolk,"
        "E10000020,Children in Need,4310\n";
    const auto reading = read(text);
    EXPECT_EQ(reading.figures.front().text.rounded_to, 10);
    EXPECT_EQ(reading.figures.back().text.rounded_to, 0);
}

TEST(ReadingEes, What_has_not_begun_and_areas_of_no_known_kind_are_refused) {
    const auto text = ees("category,At31_episodes",
                          {"2052,Reporting year,National,E92000001,England,,,,,,Children in Need,1",
                           "2024,Reporting year,Ward,E92000001,England,,,,,,Children in Need,1",
                           "2024,Autumn term,National,E92000001,England,,,,,,Children in Need,1"});
    const auto reading = read(text);
    ASSERT_THAT(reading.refused, SizeIs(3));
    EXPECT_EQ(reading.refused[0].why, "2052 has not begun, so no figure can be of it.");
    EXPECT_EQ(reading.refused[1].why, "Figures by Ward are not read.");
    EXPECT_THAT(reading.refused[2].why, HasSubstr("Autumn term"));
}

// --- Fingertips ----------------------------------------------------------------------------------

constexpr std::string_view fingertips_head =
    "Indicator ID,Indicator Name,Parent Code,Parent Name,Area Code,Area Name,Area Type,Sex,Age,"
    "Category Type,Category,Time period,Value,Lower CI 95.0 limit,Upper CI 95.0 limit,"
    "Lower CI 99.8 limit,Upper CI 99.8 limit,Count,Denominator,Value note,Recent Trend,"
    "Compared to England value or percentiles,Compared to percentiles,Time period Sortable,New data,"
    "Compared to goal,Time period range\n";

TEST(ReadingFingertips, Keeps_counts_intervals_notes_and_whom_it_is_about) {
    const auto text =
        std::string(fingertips_head) +
        "1,Injuries,,,E92000001,England,England,Persons,<15 yrs,,,2010/11,115.2,114.5,115.9,,,107429,"
        "9324084,,,Not compared,,20100000,,,1y\n"
        "1,Injuries,E92000001,England,E10000020,Norfolk,Counties,Male,<15 yrs,,,2010/11,120,,,,,800,66667,,"
        "Increasing and getting worse,Worse,,20100000,,,1y\n"
        "1,Injuries,E92000001,England,E10000020,Norfolk,Counties,Persons,<15 yrs,,,2011/12,,,,,,,,"
        "\"Suppressed, small\",,,,20110000,,,1y\n"
        "1,Injuries,E92000001,England,E10000020,Norfolk,Counties,Persons,<15 yrs,,,2012/13,,,,,,,,,,,,"
        "20120000,,,1y\n"
        "1,Injuries,,,E54000022,Norfolk,ICB,Persons,<15 yrs,,,2012/13,5,,,,,,,,,,,20120000,,,1y\n";
    const auto reading = read(text);
    ASSERT_THAT(reading.figures, SizeIs(3));
    EXPECT_EQ(reading.indicators[0].multiplier, 10000);
    EXPECT_EQ(reading.indicators[0].measure, Measure::rate);
    EXPECT_EQ(reading.indicators[0].polarity, statistics::Polarity::low_is_good);
    EXPECT_EQ(reading.breakdowns[reading.figures[1].breakdown], "Sex: Male");
    EXPECT_EQ(reading.figures[0].text.lower, "114.5");
    EXPECT_EQ(reading.figures[0].text.numerator, "107429");
    EXPECT_EQ(reading.figures[2].text.value, "");
    EXPECT_EQ(reading.figures[2].note, "Suppressed, small");
    ASSERT_THAT(reading.remarks, SizeIs(1));
    EXPECT_EQ(reading.remarks[0], "1 line without a value and without a note is left out.");
    ASSERT_THAT(reading.refused, SizeIs(1));
    EXPECT_THAT(reading.refused[0].why, HasSubstr("E54000022"));
}

// --- whatever the file ---------------------------------------------------------------------------

TEST(ReadingFigures, A_file_of_another_kind_is_refused_in_words) {
    EXPECT_THAT(refusal(""), HasSubstr("no file of figures"));
    EXPECT_THAT(refusal("name,sector\nA,B\n"), HasSubstr("no file of figures"));
    EXPECT_THAT(refusal("\xFF\xFEm\0"), HasSubstr("no UTF-8"));
    EXPECT_EQ(refusal("measure_short,la_number,year,value\n\"Plans,926,2025,1\n"),
              "Line 2 has a quote that does not close.");
}

TEST(ReadingFigures, A_wrong_file_is_told_what_it_is_or_what_is_missing) {
    const std::string zip = "PK\x03\x04 and so on ";
    EXPECT_THAT(refusal(zip + "word/document.xml"), HasSubstr("This is a Word document."));
    EXPECT_THAT(refusal(zip + "xl/workbook.xml"), HasSubstr("This is an Excel workbook."));
    EXPECT_THAT(refusal(zip + "figures.csv"), HasSubstr("This is a zip file."));
    EXPECT_THAT(refusal("%PDF-1.7"), HasSubstr("This is a PDF document."));
    EXPECT_EQ(refusal("measure_short,la_number,year\n"),
              "The column “value” is missing: the first line of figures of the Local Authority "
              "Interactive Tool has it.");
    EXPECT_THAT(refusal("measure_short,la_number,value\n"), HasSubstr("The column “year”"));
    EXPECT_THAT(refusal("Indicator ID,Indicator Name,Area Code,Area Name,Time period,"
                        "Time period Sortable\n"),
                HasSubstr("The column “Value” is missing"));
}

TEST(ReadingFigures, Quoted_cells_keep_commas_line_breaks_and_doubled_quotes) {
    CellLines lines("a,\"b,\"\"c\"\"\nd\",e\n\nf,g,h\n");
    std::vector<std::string_view> cells;
    ASSERT_TRUE(lines.next(cells));
    EXPECT_THAT(cells, testing::ElementsAre("a", "b,\"c\"\nd", "e"));
    ASSERT_TRUE(lines.next(cells));
    EXPECT_THAT(cells, testing::ElementsAre("f", "g", "h"));
    EXPECT_EQ(lines.number(), 4);
    EXPECT_FALSE(lines.next(cells));
}

} // namespace
} // namespace openmasa::intelligence
