// Returns from what is asked to a figure on its page, by real requests: who enters for whom, what
// is asked again, and that nothing is lost.
#include "intelligence/loads/actions.hpp"
#include "intelligence/returns/reminders.hpp"
#include "program.hpp"
#include "web/http/percent.hpp"
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace openmasa {
namespace {

namespace figures = openmasa::intelligence;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

class Returns : public testing::Test {
protected:
    Returns() {
        auto& t = program.test;
        t.in_one_transaction([&] {
            load("LA Number,LA and Regions,Region\n926,Norfolk,East of England\n");
            load("UTLACD,UTLANM,RGNCD\nE10000020,Norfolk,E12000006\n");
            load("LTLA23CD,LTLA23NM,UTLA23CD\nE07000148,Norwich,E10000020\n"
                 "E07000143,Breckland,E10000020\n");
            EXPECT_TRUE(figures::choose_our_area(t.db, t.unit, "926"));
        });
        for (const auto& one : program.cast)
            if (one.holdings.front().role == Role::agency_lead) lead = &one;
    }
    /// Inside a transaction.
    void load(std::string_view bytes) {
        auto& t = program.test;
        const auto seen = figures::look(t.db, t.unit, bytes);
        ASSERT_TRUE(seen);
        ASSERT_TRUE(
            figures::load_now(t.db, t.unit, "areas.csv", bytes, *seen, figures::Revisions::refuse));
    }
    http::Response post(const Scope& who, const std::string& target, const std::string& fields) {
        return program.post(&who, target, fields, fmt::format("nonce-{}", ++posts));
    }
    std::string page(const std::string& target) { return program.get(lead, target).body; }

    static std::string fields_of(const std::string& title, const std::string& more) {
        return "title=" + http::percent_encoded(title) +
               "&theme=Police&counts=&unit=&decimals=&polarity=none&caveats=&" + more;
    }
    /// Gives its address.
    std::string add(const std::string& title, const std::string& more) {
        const auto added = post(program.test.unit, "/indicators/add", fields_of(title, more));
        EXPECT_EQ(added.status, 303) << added.body;
        const auto address = Program::header(added, "Location");
        return address.substr(0, address.find('?'));
    }
    std::string monthly(const std::string& title = "Children taken into custody <b>") {
        return add(title, "measure=number&often=month&due=15&asked_of=whole&from=1+October+2025"
                          "&owner=" +
                              program.test.constabulary.str());
    }
    std::string shares() {
        return add("Seen alone", "measure=percentage&numerator=Children+seen+alone&denominator="
                                 "All+children+<b>&often=month&due=20th&asked_of=whole&from=1+"
                                 "December+2025&owner=" +
                                     program.test.constabulary.str());
    }
    std::string own_page() const { return "/returns/" + program.test.constabulary.str(); }
    /// The keys of the figures that a page asks for, in its order.
    static std::vector<std::string> keys_in(const std::string& html) {
        std::vector<std::string> keys;
        const std::string mark = "name=\"r_";
        for (auto at = html.find(mark); at != html.npos; at = html.find(mark, at + 1)) {
            const auto from = at + mark.size();
            keys.push_back(html.substr(from, html.find('"', from) - from));
        }
        return keys;
    }
    /// The load of the figure that the page shows of that key.
    static std::string read_of(const std::string& html, const std::string& key) {
        const auto mark = "name=\"r_" + key + "\" value=\"";
        const auto from = html.find(mark) + mark.size();
        return html.substr(from, html.find('"', from) - from);
    }
    static std::string typed(const std::string& key, const std::string& value,
                             const std::string& read = "0") {
        return fmt::format("r_{0}={2}&v_{0}={1}", key, value, read);
    }
    static std::string typed_parts(const std::string& key, const std::string& numerator,
                                   const std::string& denominator) {
        return fmt::format("r_{0}=0&n_{0}={1}&d_{0}={2}", key, numerator, denominator);
    }

    Program program;
    const Scope* lead = nullptr;
    int posts = 0;
};

TEST_F(Returns, An_indicator_of_their_own_is_added_with_everything_that_is_wrong_said_at_once) {
    const auto wrong = post(program.test.unit, "/indicators/add",
                            "title=&theme=&decimals=9&polarity=up&measure=rate&often=daily"
                            "&due=soon&asked_of=all&from=never&to=31+Feb&owner=nobody");
    EXPECT_EQ(wrong.status, 422);
    for (const char* words :
         {"Enter what it is called.", "Enter the theme", "Enter a number from 0 to 6",
          "Choose which way is better.", "Say what is counted above the line.",
          "Say of how many, below the line.", "Enter per how many", "Choose how often",
          "Say by when", "Choose of which areas", "Say from which day", "Choose from the list."})
        EXPECT_THAT(wrong.body, HasSubstr(words));
    EXPECT_EQ(post(*lead, "/indicators/add", fields_of("Mine", "")).status, 404);
    const auto address = shares();
    const auto shown = page(address);
    EXPECT_THAT(shown, HasSubstr("Children seen alone of All children &lt;b&gt;, times 100"));
    EXPECT_THAT(shown, HasSubstr("on the 20th, the first after the period ends"));
    EXPECT_THAT(shown, HasSubstr("Every month"));
    const auto form = program.get(&program.test.unit, address + "/define").body;
    EXPECT_THAT(form, HasSubstr("value=\"20th\""));
    EXPECT_THAT(form, HasSubstr("value=\"1 December 2025\""));
}

TEST_F(Returns, The_calendar_says_who_owes_what_and_each_count_is_a_link_to_exactly_those) {
    monthly();
    const auto shown = page("/returns");
    // 22 January 2026: October was due on 15 November, November on 15 December, December on the
    // 15th.
    EXPECT_THAT(shown, HasSubstr("<b>3 figures are late</b>"));
    EXPECT_THAT(shown, HasSubstr("Children taken into custody &lt;b&gt;"));
    EXPECT_THAT(shown, HasSubstr("68 days late"));
    EXPECT_THAT(shown, HasSubstr("Due in November 2025"));
    EXPECT_THAT(shown, HasSubstr("Return figures of"));
    const auto late = page("/returns?state=late&agency=" + program.test.constabulary.str());
    EXPECT_THAT(late, HasSubstr("68 days late"));
    EXPECT_THAT(late, Not(HasSubstr("Not yet due</strong>")));
    EXPECT_THAT(page("/returns?state=returned_late"), HasSubstr("No figure is like that."));
    EXPECT_THAT(page("/returns?month=2025-12&state=late"), HasSubstr("Due in December 2025</h2>"));
    EXPECT_THAT(page("/returns?month=2025-12&state=late"),
                Not(HasSubstr("Due in November 2025</h2>")));
    EXPECT_EQ(program.get(&program.test.outsider, "/returns").status, 404);
}

TEST_F(Returns, A_figure_that_is_asked_of_districts_is_owed_for_each_of_them) {
    add("By district", "measure=number&often=quarter&due=30&asked_of=district&from=1+October+2025"
                       "&owner=" +
                           program.test.constabulary.str());
    const auto keys = keys_in(page(own_page()));
    EXPECT_EQ(keys.size(), 2u) << "one quarter that is over, of two districts";
    EXPECT_THAT(page(own_page()), HasSubstr("By district: Oct to Dec 2025, Breckland"));
}

TEST_F(Returns, Nobody_enters_figures_for_another_agency) {
    monthly();
    add("Of others",
        "measure=number&often=month&due=15&asked_of=whole&from=1+November+2025&owner=" +
            program.test.services.str());
    const auto theirs = "/returns/" + program.test.services.str();
    EXPECT_EQ(program.get(lead, own_page()).status, 200);
    const Scope *reader = &program.test.reader, *outsider = &program.test.outsider;
    for (const auto* who : {lead, reader, outsider}) {
        EXPECT_EQ(program.get(who, theirs).status, 404);
        EXPECT_EQ(program.get(who, theirs + "/template.csv").status, 404);
        EXPECT_EQ(post(*who, theirs, "").status, 404);
    }
    EXPECT_EQ(program.get(&program.test.reader, own_page()).status, 404);
    EXPECT_EQ(program.get(&program.test.unit, theirs).status, 200);
    EXPECT_EQ(program.get(lead, "/returns/01kad000000000000000000009").status, 404);
    const auto foreign = keys_in(program.get(&program.test.unit, theirs).body);
    ASSERT_EQ(foreign.size(), 2u);
    EXPECT_THAT(page(own_page()), Not(HasSubstr(foreign[0])));
    EXPECT_EQ(post(*lead, own_page(), typed(foreign[0], "3")).status, 404)
        << "a figure of somebody else, sent to one's own page";
    const auto nothing = "F999" + foreign[0].substr(foreign[0].find('-'));
    EXPECT_EQ(post(*lead, own_page(), typed(nothing, "3")).status, 404);
    EXPECT_THAT(program.get(&program.test.unit, theirs).body, HasSubstr("2 figures are late"));
}

TEST_F(Returns, Figures_are_saved_together_as_one_load_under_the_name_of_whoever_entered_them) {
    const auto address = monthly();
    const auto share = shares();
    const auto keys = keys_in(page(own_page()));
    ASSERT_EQ(keys.size(), 4u) << "three numbers and December's share";
    const auto fields = typed(keys[0], "12") + "&" + typed(keys[1], "") + "&" +
                        fmt::format("r_{0}=0&v_{0}=&s_{0}=x&w_{0}=System+down", keys[2]) + "&" +
                        typed_parts(keys[3], "47", "250");
    const auto saved = post(*lead, own_page(), fields);
    EXPECT_EQ(Program::header(saved, "Location"), own_page() + "?saved=3") << saved.body;
    EXPECT_THAT(page(own_page() + "?saved=3"), HasSubstr("3 figures are returned."));
    EXPECT_EQ(keys_in(page(own_page())).size(), 1u) << "what was left blank stays open";
    EXPECT_THAT(page(share), HasSubstr("47 of 250"));
    EXPECT_THAT(page(share), HasSubstr("18.8"));
    EXPECT_THAT(page(address), HasSubstr("not available"));
    EXPECT_THAT(page(address), HasSubstr("System down"));
    EXPECT_THAT(page("/indicators/loads"), HasSubstr("Entered by " + lead->known_as));
    EXPECT_THAT(page("/indicators/loads"), HasSubstr("3 new"));
    EXPECT_THAT(page("/returns?state=returned_late"), HasSubstr("Returned 68 days late"));
}

TEST_F(Returns, What_is_wrong_in_a_row_is_said_beside_it_and_saves_nothing) {
    monthly();
    shares();
    const auto keys = keys_in(page(own_page()));
    const auto wrong = post(
        *lead, own_page(),
        typed(keys[0], "tw<b>elve") + "&" + fmt::format("r_{0}=0&v_{0}=3&s_{0}=x", keys[1]) + "&" +
            fmt::format("r_{0}=0&v_{0}=&s_{0}=x", keys[2]) + "&" + typed_parts(keys[3], "47", ""));
    EXPECT_EQ(wrong.status, 422);
    for (const char* words :
         {"“tw&lt;b&gt;elve” is not a number.", "a reason why there is none; not both.",
          "say why it is not available.", "enter both numbers"})
        EXPECT_THAT(wrong.body, HasSubstr(words));
    EXPECT_THAT(wrong.body, HasSubstr("value=\"tw&lt;b&gt;elve\""))
        << "what was typed is still there";
    EXPECT_THAT(post(*lead, own_page(), typed_parts(keys[3], "1", "0")).body,
                HasSubstr("of none there is no share."));
    EXPECT_THAT(post(*lead, own_page(), typed(keys[0], "")).body,
                HasSubstr("Fill in at least one figure"));
    EXPECT_EQ(keys_in(page(own_page())).size(), 4u);
}

TEST_F(Returns, What_can_hardly_be_is_looked_at_again_and_saved_when_somebody_says_so) {
    const auto share = shares();
    const auto key = keys_in(page(own_page())).front();
    const auto asked = post(*lead, own_page(), typed_parts(key, "300", "250"));
    EXPECT_EQ(asked.status, 422);
    EXPECT_THAT(asked.body, HasSubstr("300 of 250 is more than all of them."));
    const std::string mark = "name=\"looked_at\" type=\"checkbox\" value=\"";
    const auto from = asked.body.find(mark) + mark.size();
    const auto token = asked.body.substr(from, asked.body.find('"', from) - from);
    EXPECT_EQ(
        post(*lead, own_page(), typed_parts(key, "400", "250") + "&looked_at=" + token).status, 422)
        << "another doubtful figure";
    EXPECT_EQ(
        post(*lead, own_page(), typed_parts(key, "300", "250") + "&looked_at=" + token).status,
        303);
    EXPECT_THAT(page(share), HasSubstr("300 of 250"));
}

TEST_F(Returns,
       A_figure_very_different_from_the_last_is_looked_at_again_and_one_below_nought_refused) {
    monthly();
    const auto keys = keys_in(page(own_page()));
    EXPECT_EQ(post(*lead, own_page(), typed(keys[0], "1,012")).status, 303);
    EXPECT_THAT(post(*lead, own_page(), typed(keys[1], "90")).body,
                HasSubstr("90 is very different from 1,012, the figure before it."));
    EXPECT_THAT(post(*lead, own_page(), typed(keys[1], "-3")).body,
                HasSubstr("“-3” is below nought, which no such figure can be."));
    EXPECT_EQ(post(*lead, own_page(), typed(keys[1], "1400")).status, 303);
}

TEST_F(Returns, A_rate_and_an_average_are_worked_out_of_their_two_numbers) {
    const std::string asked = "&numerator=Some&denominator=All&often=month&due=15&asked_of=whole"
                              "&from=1+December+2025&owner=" +
                              program.test.constabulary.str();
    const auto rate = add("A rate", "measure=rate&per=10,000" + asked);
    const auto average = add("An average", "measure=average" + asked);
    for (const auto& key : keys_in(page(own_page())))
        EXPECT_EQ(post(*lead, own_page(), typed_parts(key, "30", "12")).status, 303);
    EXPECT_THAT(page(rate), HasSubstr("25,000"));
    EXPECT_THAT(page(rate), HasSubstr("per 10,000"));
    EXPECT_THAT(page(average), HasSubstr("2.5"));
}

TEST_F(Returns, A_revision_shows_old_and_new_and_asks) {
    const auto address = monthly();
    const auto key = keys_in(page(own_page())).front();
    EXPECT_EQ(post(*lead, own_page(), typed(key, "12")).status, 303);
    const auto correct = page(own_page() + "?correct=" + key);
    EXPECT_THAT(correct, HasSubstr("value=\"12\""));
    const auto read = read_of(correct, key);
    EXPECT_NE(read, "0");
    const auto asked = post(*lead, own_page(), typed(key, "14", read));
    EXPECT_EQ(asked.status, 422);
    EXPECT_THAT(asked.body, HasSubstr("Was: </span>12</del>"));
    EXPECT_THAT(asked.body, HasSubstr("Becomes: </span>14"));
    EXPECT_THAT(asked.body, HasSubstr("Say whether 1 figure may take the place"));
    EXPECT_EQ(post(*lead, own_page(), typed(key, "14", read) + "&revisions=accept").status, 303);
    EXPECT_THAT(page(address), HasSubstr("was 12 until"));
}

TEST_F(Returns, The_same_again_changes_nothing_and_nobody_overwrites_what_they_did_not_see) {
    monthly();
    const auto key = keys_in(page(own_page())).front();
    EXPECT_EQ(post(*lead, own_page(), typed(key, "12")).status, 303);
    const auto again = post(*lead, own_page(), typed(key, "12"));
    EXPECT_EQ(Program::header(again, "Location"), own_page() + "?saved=0");
    const auto loads = page("/indicators/loads");
    EXPECT_EQ(loads.find("Entered by"), loads.rfind("Entered by")) << "one load";
    const auto overtaken =
        post(program.test.unit, own_page(), typed(key, "99", "0") + "&revisions=accept");
    EXPECT_EQ(overtaken.status, 422);
    EXPECT_THAT(overtaken.body, HasSubstr("returned another figure"));
    EXPECT_THAT(overtaken.body, HasSubstr("value=\"99\""));
    const auto read = read_of(overtaken.body, key);
    EXPECT_EQ(
        post(program.test.unit, own_page(), typed(key, "11", read) + "&revisions=accept").status,
        303);
}

TEST_F(Returns, A_double_click_saves_once) {
    const auto address = monthly();
    const auto key = keys_in(page(own_page())).front();
    for (int click = 0; click < 2; ++click)
        EXPECT_EQ(program.post(lead, own_page(), typed(key, "12"), "nonce-same").status, 303);
    EXPECT_THAT(page(address), Not(HasSubstr("was 12")));
}

TEST_F(Returns, The_file_to_fill_in_has_a_row_for_each_figure_that_is_owed) {
    monthly();
    shares();
    const auto csv = page(own_page() + "/template.csv");
    EXPECT_THAT(csv, HasSubstr("id,figure,area,period,due,what to enter,numerator"));
    for (const auto& key : keys_in(page(own_page()))) EXPECT_THAT(csv, HasSubstr(key));
    EXPECT_THAT(csv, HasSubstr("numerator: Children seen alone; denominator: All children <b>"));
    EXPECT_THAT(program.get(lead, own_page() + "/template.xlsx").body, StartsWith("PK"));
    EXPECT_EQ(post(*lead, own_page() + "/file", "").status, 422) << "no file";
}

TEST_F(Returns, An_analyst_enters_any_figure_of_any_own_indicator) {
    const auto address = monthly();
    const auto& unit = program.test.unit;
    EXPECT_EQ(program.get(lead, address + "/enter").status, 404);
    EXPECT_THAT(program.get(&unit, address + "/enter").body, HasSubstr("Breckland"));
    EXPECT_THAT(program.get(&unit, address + "/enter?area=E10000020&period=2025-26").body,
                HasSubstr("It is asked for every month"));
    const auto form = program.get(&unit, address + "/enter?area=E07000148&period=May+2024").body;
    EXPECT_THAT(form, HasSubstr("May 2024, Norwich"));
    EXPECT_THAT(form, HasSubstr("Nobody is asked for it."));
    const auto keys = keys_in(form);
    ASSERT_EQ(keys.size(), 1u);
    EXPECT_EQ(post(*lead, own_page(), typed(keys[0], "8")).status, 404) << "not asked of them";
    const auto saved = post(unit, address + "/enter", typed(keys[0], "7"));
    EXPECT_EQ(Program::header(saved, "Location"), address + "?area=E07000148");
    EXPECT_EQ(post(*lead, address + "/enter", typed(keys[0], "8")).status, 404);
    EXPECT_THAT(page(address + "?area=E07000148"), HasSubstr("May 2024"));
}

TEST_F(Returns, What_is_late_stands_on_the_first_page_of_those_who_can_mend_it) {
    monthly();
    EXPECT_THAT(page("/"), HasSubstr("3 figures are late"));
    EXPECT_THAT(page("/"), HasSubstr("href=\"" + own_page() + "\""));
    const auto unit = program.get(&program.test.unit, "/").body;
    EXPECT_THAT(unit, HasSubstr("3 figures were not returned in time"));
    EXPECT_THAT(unit, HasSubstr("/returns?state=late"));
    EXPECT_THAT(program.get(&program.test.reader, "/").body, Not(HasSubstr("/returns")));
    for (const auto& key : keys_in(page(own_page())))
        EXPECT_EQ(post(*lead, own_page(), typed(key, "12")).status, 303);
    EXPECT_THAT(page("/"), Not(HasSubstr("/returns")));
}

TEST_F(Returns, Whoever_returns_figures_is_told_once_a_week_before_and_once_when_they_are_late) {
    monthly();
    auto& t = program.test;
    const auto morning = [&](Day today) {
        auto self = command_line_scope(t.now, program.randomness);
        self.today = today;
        std::string said;
        t.in_one_transaction([&] {
            t.db.execute("DELETE FROM notice");
            said = figures::remind_of_returns(t.db, self);
        });
        return said;
    };
    EXPECT_EQ(morning(t.today), "Reminded 1 owner of a return") << "three are late";
    EXPECT_THAT(page("/notices"), HasSubstr("href=\"" + own_page() + "\""));
    EXPECT_THAT(page("/notices"), HasSubstr("Figures are due or late"));
    EXPECT_THAT(program.get(&t.reader, "/notices").body, Not(HasSubstr(own_page())));
    EXPECT_EQ(morning(day(2026, 2, 7)), "") << "eight days before January's is due";
    EXPECT_EQ(morning(day(2026, 2, 8)), "Reminded 1 owner of a return");
    EXPECT_EQ(morning(day(2026, 2, 9)), "") << "once";
    EXPECT_EQ(morning(day(2026, 2, 16)), "Reminded 1 owner of a return") << "it is late";
    EXPECT_EQ(morning(day(2026, 2, 17)), "");
}

TEST_F(Returns, An_owner_that_changes_owes_what_ends_from_that_day_on) {
    const auto address = monthly();
    const auto form = program.get(&program.test.unit, address + "/define").body;
    EXPECT_THAT(form, HasSubstr("Children taken into custody"));
    const auto kept =
        post(program.test.unit, address + "/define",
             fields_of("Children taken into custody", "version=1&measure=number&often=month&due=15"
                                                      "&asked_of=whole&from=1+October+2025&owner=" +
                                                          program.test.services.str() +
                                                          "&owner_from=1+December+2025"));
    EXPECT_EQ(kept.status, 303) << kept.body;
    EXPECT_EQ(keys_in(page(own_page())).size(), 2u) << "October and November";
    const auto theirs =
        program.get(&program.test.unit, "/returns/" + program.test.services.str()).body;
    EXPECT_EQ(keys_in(theirs).size(), 1u) << "December";
    EXPECT_THAT(program.get(&program.test.unit, address + "/define").body,
                HasSubstr("From 1 Dec 2025"));
}

} // namespace
} // namespace openmasa
