// Where charts begin anew, everywhere or in one area alone, by real requests through the router.
#include "figures.hpp"
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace openmasa {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

class FigureBreaks : public Figures {
protected:
    /// Low for six years, then high for six, in Norfolk and in Suffolk.
    FigureBreaks() {
        std::string file = "measure_short,la_number,year,value\n";
        for (const char* area : {"926", "935"})
            for (int year = 2014; year < 2026; ++year)
                file += fmt::format("Plans,{},{},{}\n", area, year,
                                    (year < 2020 ? 100 : 500) + year % 2);
        load(norfolk());
        load(file, "step.csv");
        address = address_of("Plans");
    }
    http::Response begin(const Scope& who, const std::string& more, int version = 1) {
        return post(who, address + "/breaks", fmt::format("area=926&version={}{}", version, more));
    }
    http::Response take_away(const Scope& who, const std::string& more, int version) {
        return post(who, address + "/breaks/take-away",
                    fmt::format("area=926&version={}{}", version, more));
    }
    std::string unusual(const std::string& area) {
        return page("/indicators?which=unusual&area=" + area);
    }
    std::string address;
};

TEST_F(FigureBreaks,
       In_one_area_alone_leave_the_others_as_they_are_and_the_register_says_the_same) {
    auto& t = program.test;
    EXPECT_THAT(page(address), Not(HasSubstr("Nothing unusual")));
    EXPECT_THAT(unusual("926"), HasSubstr(address));
    EXPECT_THAT(page(address), Not(HasSubstr("/breaks"))) << "who only reads";
    EXPECT_THAT(program.get(&t.unit, address).body, HasSubstr(address + "/breaks?area="));

    const auto said = begin(t.unit, "&from=2020&where=here&reason=A+%3Cb%3Enew+front+door");
    ASSERT_EQ(said.status, 303);
    EXPECT_THAT(Program::header(said, "Location"), HasSubstr("saved=anew"));
    EXPECT_THAT(page(address),
                AllOf(HasSubstr("Nothing unusual"),
                      HasSubstr("From 2020 on the chart of Norfolk begins anew: A &lt;b&gt;new "
                                "front door.")));
    EXPECT_THAT(unusual("926"), Not(HasSubstr(address)));
    EXPECT_THAT(page(address + "?area=935"),
                AllOf(Not(HasSubstr("Nothing unusual")), Not(HasSubstr("begins anew"))));
    EXPECT_THAT(unusual("935"), HasSubstr(address));
}

TEST_F(FigureBreaks, Everywhere_are_a_changed_definition) {
    auto& t = program.test;
    ASSERT_EQ(begin(t.unit, "&from=2020&where=everywhere&reason=Unborn+children+count").status,
              303);
    for (const char* area : {"926", "935"}) {
        EXPECT_THAT(
            page(address + "?area=" + area),
            AllOf(HasSubstr("Nothing unusual"),
                  HasSubstr("From 2020 on it is counted otherwise: Unborn children count.")));
        EXPECT_THAT(unusual(area), Not(HasSubstr(address)));
    }
}

TEST_F(FigureBreaks, Are_taken_away_again_once) {
    auto& t = program.test;
    ASSERT_EQ(begin(t.unit, "&from=2020&where=everywhere&reason=One").status, 303);
    ASSERT_EQ(begin(t.unit, "&from=2020&where=here&reason=Two", 2).status, 303);
    EXPECT_THAT(page(address), HasSubstr("it is counted otherwise: One. Two."));
    const auto listed = program.get(&t.unit, address + "/breaks?area=926").body;
    EXPECT_THAT(listed, AllOf(HasSubstr("Every area"), HasSubstr("data-say=\"Where:\">Norfolk<")));
    const auto hidden = [&](const std::string& name) {
        const auto field = "name=\"" + name + "\" value=\"";
        const auto from = listed.rfind(field) + field.size();
        return "&" + name + "=" + listed.substr(from, listed.find('"', from) - from);
    };
    const auto period = hidden("period");
    EXPECT_EQ(take_away(t.reader, period, 3).status, 404);
    EXPECT_EQ(take_away(t.unit, period, 2).status, 422) << "a version behind";
    EXPECT_EQ(take_away(t.unit, period, 3).status, 303);
    EXPECT_EQ(take_away(t.unit, period, 4).status, 422) << "only once";
    EXPECT_THAT(page(address), HasSubstr("the chart of Norfolk begins anew: Two."));
    EXPECT_EQ(take_away(t.unit, period + hidden("of"), 4).status, 303);
    EXPECT_THAT(page(address), Not(HasSubstr("begins anew")));
}

TEST_F(FigureBreaks, That_cannot_be_are_refused_each_under_its_field) {
    auto& t = program.test;
    EXPECT_EQ(program.get(&t.reader, address + "/breaks").status, 404);
    EXPECT_EQ(begin(t.reader, "&from=2020&where=here&reason=Two").status, 404);
    const auto wrong = begin(t.unit, "&from=2052&where=&reason=+");
    EXPECT_EQ(wrong.status, 422);
    for (const char* words : {"2052 has not begun", "Say where the charts begin anew.",
                              "Say what changed from then on."})
        EXPECT_THAT(wrong.body, HasSubstr(words));
    ASSERT_EQ(begin(t.unit, "&from=2020&where=here&reason=Once").status, 303);
    EXPECT_EQ(begin(t.unit, "&from=2021&where=here&reason=Late").status, 422) << "a version behind";
    EXPECT_THAT(begin(t.unit, "&from=2020&where=here&reason=Twice", 2).body,
                HasSubstr("They begin anew at 2020 already: Once"));
    const auto elsewhere = post(t.unit, address + "/breaks",
                                "area=935&version=2&from=2020&where=here&reason=Suffolk+too");
    EXPECT_EQ(elsewhere.status, 303);
}

} // namespace
} // namespace openmasa
