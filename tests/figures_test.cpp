// Figures from their file to a chart, by real requests through the router.
#include "figures.hpp"
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace openmasa {
namespace {

namespace figures = openmasa::intelligence;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

TEST_F(Figures, The_page_of_an_indicator_says_that_nothing_is_unusual) {
    load(norfolk());
    const auto shown = page(address_of("Plans"));
    EXPECT_THAT(shown, HasSubstr("Plans &lt;b&gt;&amp;"));
    EXPECT_THAT(shown, HasSubstr("no special cause in any of 12 years"));
    EXPECT_THAT(shown, HasSubstr("Nothing unusual"));
    EXPECT_THAT(shown, HasSubstr("mean 553.83, limits 299.68 and 807.98"));
    EXPECT_THAT(shown, HasSubstr("2013: not available"));
    EXPECT_THAT(shown, HasSubstr("plans &lt;b&gt;.csv"));
    EXPECT_THAT(shown, HasSubstr("The scale begins at 200."));
    EXPECT_THAT(shown, Not(HasSubstr("<b>&")));
}

TEST_F(Figures, The_register_shows_each_with_its_latest_figure_by_theme) {
    load(norfolk());
    const auto shown = page("/indicators");
    EXPECT_THAT(shown, HasSubstr("<b>2 indicators of Norfolk</b>"));
    EXPECT_THAT(shown, HasSubstr(">Child protection</h2>"));
    EXPECT_THAT(shown, HasSubstr(">Children in need</h2>"));
    EXPECT_THAT(shown, HasSubstr(">454</b>"));
    const auto elsewhere = page("/indicators?area=935");
    EXPECT_THAT(elsewhere, HasSubstr("indicators of Suffolk"));
    EXPECT_THAT(page("/indicators?area=970"), HasSubstr("There are no figures of England yet."));
}

TEST_F(Figures, A_rate_stands_beside_those_of_others) {
    load(norfolk() + "Rate,970,2025,15\n");
    const auto shown = page(address_of("Rate"));
    EXPECT_THAT(shown, HasSubstr("Compared with others, 2025"));
    EXPECT_THAT(shown, HasSubstr("Place 1 of 2 authorities that have a figure, 1 being the lowest, "
                                 "which is good."));
    EXPECT_THAT(shown, HasSubstr(">England</a>"));
    EXPECT_THAT(shown, HasSubstr("a dot alone does not say whether two areas differ"));
    EXPECT_THAT(shown, HasSubstr("Too few figures"));
    EXPECT_THAT(page(address_of("Rate") + "?area=935"), HasSubstr("Place 2 of 2"));
    EXPECT_THAT(page(address_of("Rate") + "?area=970"), HasSubstr("England"));
}

TEST_F(Figures, Neighbours_stand_below_England_by_the_model_in_force_or_the_one_asked_for) {
    load_neighbours("sn_2025.csv", 0);
    load_neighbours("sn_2021.csv", 1);
    std::string file = norfolk() + "Rate,970,2025,15\nRate,701,2025,c\n";
    for (int town = 702; town < 710; ++town)
        file += fmt::format("Rate,{},2025,{}\n", town, town - 690);
    load(file);
    const auto shown = page(address_of("Rate"));
    EXPECT_THAT(shown, HasSubstr("Ten statistical neighbours, 2025 model, the lowest first"));
    EXPECT_THAT(shown, HasSubstr("The plain mean of the 8 of 10 that have a figure is 15.5, their "
                                 "median 15.5."));
    EXPECT_THAT(shown, HasSubstr("Among its neighbours place 2 of 9."));
    EXPECT_THAT(shown, HasSubstr("confidential"));
    EXPECT_THAT(shown, HasSubstr("no figure is published"));
    EXPECT_THAT(shown, HasSubstr("Town 702 &lt;b&gt;"));
    const auto before = page(address_of("Rate") + "?model=2&order=set");
    EXPECT_THAT(before, HasSubstr("Ten statistical neighbours, 2021 model, the closest first"));
    EXPECT_THAT(before, HasSubstr("model=2#beside")) << "other links keep it";
    EXPECT_THAT(page(address_of("Rate") + "?model=77"), HasSubstr("2025 model"));
}

TEST_F(Figures, What_was_superseded_stays_readable_beside_what_took_its_place) {
    load(norfolk());
    load("measure_short,la_number,year,value\nPlans,926,2025,456\n", "revised.csv");
    EXPECT_THAT(page(address_of("Plans")), HasSubstr("was 454 until 22 Jan 2026"));
    const auto shown = page(address_of("Plans"));
    EXPECT_THAT(shown, HasSubstr("What was revised"));
    EXPECT_THAT(shown, HasSubstr("Was: </span>454</del> <ins><span class=\"govuk-visually-hidden\">"
                                 "Now: </span>456</ins>"));
    EXPECT_THAT(shown, HasSubstr(">revised.csv</a><span class=\"om-plan__meta\">22 Jan 2026"));
    EXPECT_THAT(page(address_of("Rate")), Not(HasSubstr("What was revised")));
}

TEST_F(Figures, As_a_file_have_their_text_their_number_and_what_the_method_makes_of_them) {
    load(norfolk() + "Plans,926,2012,7.0000000000000007E-2\n");
    const auto csv = page(address_of("Plans") + "/figures.csv");
    EXPECT_THAT(csv, StartsWith("indicator,source,code,area,area_code,about,period,"));
    EXPECT_THAT(csv, HasSubstr(",2012,2011-04-01,2012-03-31,7.0000000000000007E-2,0.07,"));
    EXPECT_THAT(csv, HasSubstr(",2013,2012-04-01,2013-03-31,x,,"));
    EXPECT_THAT(csv, HasSubstr(",2025,2024-04-01,2025-03-31,454,454,"));
}

TEST_F(Figures, A_chart_goes_away_as_a_drawing_that_stands_alone_and_is_logged) {
    load(norfolk() + "Rate,970,2025,15\n");
    const auto chart =
        program.get(&program.test.reader, address_of("Plans") + "/chart.svg?area=926");
    EXPECT_EQ(chart.status, 200);
    EXPECT_THAT(Program::header(chart, "Content-Type"), StartsWith("image/svg+xml"));
    EXPECT_THAT(chart.body, StartsWith("<?xml"));
    EXPECT_THAT(chart.body, HasSubstr("no special cause in any of 12 years</title>"));
    EXPECT_THAT(chart.body, HasSubstr("Plans &lt;b&gt;&amp;"));
    EXPECT_THAT(chart.body, HasSubstr("Plans, loaded 22 Jan 2026. Drawn on"));
    EXPECT_THAT(chart.body, Not(HasSubstr(" class=")));
    EXPECT_THAT(page(address_of("Rate") + "/beside.svg"), HasSubstr(">England</text>"));
    const auto none = address_of("Plans") + "/beside.svg";
    EXPECT_EQ(program.get(&program.test.reader, none).status, 404) << "numbers are not compared";
    EXPECT_EQ(program.get(&program.test.reader, address_of("Rate") + "/chart.svg?area=970").status,
              200);
    EXPECT_THAT(page(address_of("Plans")), HasSubstr("/chart.svg?area=926\">Drawing (SVG)"));
    const auto png = program.get(&program.test.reader, address_of("Plans") + "/chart.png");
    if (png.status == 200) {
        EXPECT_THAT(png.body, StartsWith("\x89PNG"));
    } else {
        EXPECT_THAT(png.body, HasSubstr("Take the drawing (SVG)."));
    }
}

TEST_F(Figures, A_map_shows_districts_by_quarter_with_its_table_and_its_source) {
    load("UTLACD,UTLANM,RGNCD,RGNNM\nE10000020,Norfolk,E12000006,East of England\n");
    load("LTLA23CD,LTLA23NM,UTLA23CD,UTLA23NM\nE07000143,Breckland <b>,E10000020,Norfolk\n"
         "E07000144,Broadland,E10000020,Norfolk\nE07000145,Great Yarmouth,E10000020,Norfolk\n"
         "E07000146,Kings Lynn,E10000020,Norfolk\n");
    load(norfolk());
    const auto& test = program.test;
    program.test.in_one_transaction([&] {
        const auto book = figures::AreaBook::read(program.test.db);
        const auto rate = figures::indicators_of(program.test.db, figures::Source::lait).at("Rate");
        for (const auto& [code, value] : std::vector<std::pair<std::string, std::string>>{
                 {"E07000143", "10"}, {"E07000144", "20"}, {"E07000145", "30"}, {"E07000146", "c"}})
            figures::add_figure(program.test.db, rate.number,
                                {.area = book.with_ons(code)->number,
                                 .period = figures::series(program.test.db, rate.number, 1,
                                                           book.with_dfe("926")->number)
                                               .front()
                                               .period},
                                {.value = value}, {}, 1);
    });
    const auto shown = page(address_of("Rate"));
    EXPECT_THAT(shown, HasSubstr("By district, Norfolk"));
    EXPECT_THAT(shown,
                HasSubstr("Great Yarmouth has the highest (30.0), Breckland &lt;b&gt; the lowest"));
    EXPECT_THAT(shown, HasSubstr("Contains OS data © Crown copyright and database right 2024"));
    EXPECT_THAT(shown, HasSubstr("role=\"img\" aria-label=\"Map. Of 3 districts in Norfolk"));
    EXPECT_THAT(shown, HasSubstr("om-map__none"));
    EXPECT_THAT(shown, HasSubstr("The figures on the map"));
    EXPECT_THAT(page(address_of("Rate") + "/map.svg"), HasSubstr("lowest quarter, up to"));
    EXPECT_THAT(page(address_of("Rate") + "/map.png"), Not(HasSubstr("was not finished")));
    EXPECT_THAT(page(address_of("Plans")), Not(HasSubstr("id=\"map\"")));
    EXPECT_EQ(program.get(&test.reader, address_of("Plans") + "/map.svg").status, 404);
}

TEST_F(Figures, An_uploaded_file_is_looked_at_then_saved_once) {
    auto& t = program.test;
    std::string address;
    t.in_one_transaction([&] {
        const auto id =
            figures::upload(t.db, t.unit, "plans <b>.csv", norfolk() + "Plans,999,2025,1\n");
        ASSERT_TRUE(id);
        address = "/indicators/import/" + id->str();
    });
    const auto preview = program.get(&t.unit, address).body;
    EXPECT_THAT(preview, HasSubstr("Check the figures before you load them"));
    EXPECT_THAT(preview, HasSubstr("1 refused"));
    EXPECT_THAT(preview, HasSubstr("Its area is not known."));
    EXPECT_EQ(program.get(&t.reader, address).status, 404);
    EXPECT_EQ(post(t.unit, address, "state=77").status, 422) << "another state";
    EXPECT_EQ(post(t.reader, address, "state=2").status, 404);
    const auto saved = post(t.unit, address, "state=2");
    EXPECT_EQ(saved.status, 303);
    EXPECT_THAT(Program::header(saved, "Location"), StartsWith("/indicators/loads/"));
    EXPECT_THAT(page(Program::header(saved, "Location")), HasSubstr("The figures are loaded."));
    EXPECT_THAT(page("/indicators/loads"), HasSubstr("plans &lt;b&gt;.csv"));
    EXPECT_EQ(program.get(&t.unit, address).status, 303) << "it is saved";
}

TEST_F(Figures, A_revision_is_shown_with_old_and_new_and_needs_a_yes) {
    auto& t = program.test;
    load(norfolk());
    std::string address;
    t.in_one_transaction([&] {
        address = "/indicators/import/" +
                  figures::upload(t.db, t.unit, "revised.csv",
                                  "measure_short,la_number,year,value\nPlans,926,2025,456\n")
                      ->str();
    });
    const auto preview = program.get(&t.unit, address).body;
    EXPECT_THAT(preview, HasSubstr("1 differs from what is here"));
    EXPECT_THAT(preview, HasSubstr("Was: </span>454</del>"));
    const auto asked = post(t.unit, address, "state=3");
    EXPECT_EQ(asked.status, 422);
    EXPECT_THAT(asked.body, HasSubstr("Say whether 1 figure may take the place"));
    EXPECT_EQ(post(t.unit, address, "state=3&revisions=accept").status, 303);
    EXPECT_THAT(page(address_of("Plans")), HasSubstr("456"));
}

TEST_F(Figures, A_load_that_was_a_mistake_is_taken_back_once) {
    auto& t = program.test;
    load(norfolk());
    load("measure_short,la_number,year,value\nPlans,926,2025,4560\n", "slip <b>.csv");
    const auto loads = figures::saved_loads(t.db, t.unit);
    t.db.finish();
    const auto first = "/indicators/loads/" + loads[1].id.str(),
               slip = "/indicators/loads/" + loads[0].id.str();
    EXPECT_THAT(page(slip), Not(HasSubstr("Take this load back"))) << "not for who only reads";
    EXPECT_EQ(post(t.reader, slip + "/take-back").status, 404);
    const auto refused = post(t.unit, first + "/take-back");
    EXPECT_EQ(refused.status, 422);
    EXPECT_THAT(refused.body,
                HasSubstr("revised by slip &lt;b&gt;.csv. Take that one back first."));
    EXPECT_THAT(program.get(&t.unit, slip).body, HasSubstr("1 revised one stands again as before"));
    EXPECT_EQ(post(t.unit, slip + "/take-back").status, 303);
    EXPECT_THAT(page(address_of("Plans")), Not(HasSubstr("4560")));
    EXPECT_THAT(page(address_of("Plans")), HasSubstr("454"));
    EXPECT_THAT(page(slip), HasSubstr("Its figures are gone; its file is kept."));
    EXPECT_THAT(page("/indicators/loads"), HasSubstr("Taken back"));
    EXPECT_EQ(post(t.unit, slip + "/take-back").status, 422) << "only once";
    EXPECT_EQ(post(t.unit, first + "/take-back").status, 303);
    EXPECT_THAT(page("/indicators"), HasSubstr("There are no figures of Norfolk yet."));
}

TEST_F(Figures, A_file_that_is_left_is_not_loaded) {
    auto& t = program.test;
    std::string address;
    t.in_one_transaction([&] {
        address = "/indicators/import/" + figures::upload(t.db, t.unit, "p.csv", norfolk())->str();
    });
    const auto left = post(t.unit, address + "/leave");
    EXPECT_EQ(Program::header(left, "Location"), "/indicators/loads?left=load");
    EXPECT_THAT(page("/indicators"), HasSubstr("There are no figures of Norfolk yet."));
}

TEST_F(Figures, What_an_indicator_means_is_kept) {
    auto& t = program.test;
    load(norfolk());
    const auto address = address_of("Plans");
    EXPECT_THAT(program.get(&t.unit, address).body, HasSubstr(address + "/define\""));
    EXPECT_THAT(page(address), Not(HasSubstr("/define"))) << "who only reads";
    EXPECT_THAT(program.get(&t.unit, address + "/define").body,
                HasSubstr("value=\"Plans &lt;b&gt;"));
    EXPECT_EQ(program.get(&t.reader, address + "/define").status, 404);
    const auto wrong =
        post(t.unit, address + "/define", "version=1&title=&theme=T&decimals=9&polarity=up");
    EXPECT_EQ(wrong.status, 422);
    for (const char* words :
         {"Enter what it is called.", "Enter a number from 0 to 6", "Choose which way is better."})
        EXPECT_THAT(wrong.body, HasSubstr(words));
    const std::string right =
        "version=1&title=Children+with+a+plan&theme=Safety&polarity=low&decimals=1";
    EXPECT_EQ(post(t.reader, address + "/define", right).status, 404);
    EXPECT_EQ(post(t.unit, address + "/define", right).status, 303);
    const auto shown = page(address);
    EXPECT_THAT(shown, HasSubstr("Children with a plan"));
    EXPECT_THAT(shown, HasSubstr("454.0"));
    EXPECT_EQ(post(t.unit, address + "/define", right + "&again=1").status, 422)
        << "a version behind";
    load(std::string(dictionary.substr(0, dictionary.find("Rate,"))) +
         "More,Early Years,More,-,Number,Annual\n");
    EXPECT_THAT(page(address), HasSubstr("Children with a plan")) << "a load does not unsay it";
}

TEST_F(Figures, An_area_has_a_page_with_its_neighbours_by_model) {
    load_neighbours("sn_2025.csv", 0);
    load_neighbours("sn_2021.csv", 1);
    EXPECT_THAT(page("/indicators/areas"), HasSubstr("2025 model, for 12 authorities"));
    const auto shown = page("/indicators/areas/926");
    EXPECT_THAT(shown, HasSubstr("Statistical neighbours, 2025 model"));
    EXPECT_THAT(shown, HasSubstr("Comparisons use this model. It counts from 1 January 2025"));
    EXPECT_THAT(shown, HasSubstr("A later model is in force. This one counts from 1 January 2021"));
    EXPECT_THAT(shown, HasSubstr("Town 701 &lt;b&gt;"));
    EXPECT_THAT(shown, HasSubstr("Only in this one"));
    EXPECT_THAT(shown, HasSubstr("Also in the 2021 model"));
    EXPECT_THAT(page("/indicators/areas/970"), HasSubstr("England"));
    EXPECT_EQ(program.get(&program.test.reader, "/indicators/areas/nowhere").status, 404);
    EXPECT_EQ(program.get(nullptr, "/indicators/areas/926").status, 303);
}

TEST_F(Figures, The_own_area_is_chosen_from_the_list) {
    auto& t = program.test;
    EXPECT_EQ(post(t.unit, "/indicators/areas", "area=935").status, 303);
    EXPECT_THAT(page("/indicators/areas"),
                HasSubstr("Suffolk</a> <span class=\"om-quiet\">(ours)"));
    EXPECT_EQ(post(t.unit, "/indicators/areas", "area=").status, 422);
    EXPECT_EQ(post(t.reader, "/indicators/areas", "area=926").status, 404);
    EXPECT_THAT(page("/indicators"), HasSubstr("Suffolk"));
}

} // namespace
} // namespace openmasa
