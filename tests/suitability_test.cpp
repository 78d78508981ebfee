// A declaration of suitability is there for its named readers, and for nobody else in any way.
#include "core/restriction/actions.hpp"
#include "core/restriction/store.hpp"
#include "partnership/agencies/actions.hpp"
#include "partnership/suitability/declaration.hpp"
#include "program.hpp"
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace openmasa {
namespace {

using agencies::AgencyKind;
using testing::HasSubstr;
using testing::Not;

class Suitability : public testing::Test {
protected:
    Suitability() {
        t().in_one_transaction([&] {
            schools = agencies::add(t().db, t().unit,
                                    {.id = {},
                                     .name = "Primary schools",
                                     .sector = "Education",
                                     .kind = AgencyKind::education})
                          ->id;
        });
    }
    plan::TestPlan& t() { return program.test; }
    http::Response post(const Scope& who, const std::string& fields) {
        return program.post(&who, "/agencies/" + schools.str() + "/suitability/add", fields,
                            "form" + std::to_string(++forms));
    }
    std::string kept() {
        const auto answer =
            post(t().unit, "who=Chief+Constable&capacity=Primary+seat&on=20+January+"
                           "2026&words=Nothing+<b>+to+declare&readers=Lead+member");
        EXPECT_EQ(answer.status, 303) << answer.body.substr(0, 500);
        return Program::header(answer, "Location");
    }
    std::string page_of_agency(const Scope& who) {
        return program.get(&who, "/agencies/" + schools.str()).body;
    }

    Program program;
    OwnerId schools;
    int forms = 0;
};

TEST_F(Suitability, Its_readers_read_it_and_nobody_else_learns_that_it_is_there) {
    const auto bare = page_of_agency(program.cast[2]);
    const auto place = kept();
    for (const auto* who : {&t().unit, &t().reader, &t().constable}) {
        const auto text = program.get(who, place).body;
        EXPECT_THAT(text, HasSubstr("Nothing &lt;b&gt; to declare")) << who->known_as;
        EXPECT_THAT(page_of_agency(*who), HasSubstr("Primary seat, declared on 20 Jan 2026"));
    }
    for (const auto& other : program.cast) {
        EXPECT_EQ(program.get(&other, place).status, 404) << other.known_as;
        EXPECT_THAT(page_of_agency(other), Not(HasSubstr("Primary seat"))) << other.known_as;
    }
    EXPECT_THAT(bare, Not(HasSubstr("Suitability"))) << "not even a gap";
    EXPECT_THAT(page_of_agency(program.cast[2]), Not(HasSubstr("Suitability")));
}

TEST_F(Suitability, Where_its_restriction_is_lifted_nobody_reads_it) {
    const auto place = kept();
    const auto id = place.substr(place.rfind('/') + 1);
    t().in_one_transaction([&] {
        auto standing = restriction::find_open(t().db, {"declaration", id});
        ASSERT_TRUE(standing);
        ASSERT_TRUE(restriction::lift(t().db, t().unit, *standing, "By mistake"));
    });
    for (const auto* who : {&t().unit, &t().reader}) EXPECT_EQ(program.get(who, place).status, 404);
    EXPECT_THAT(page_of_agency(t().unit), Not(HasSubstr("Primary seat")));
}

TEST_F(Suitability, What_is_missing_is_said_beside_its_field) {
    const auto refused = post(t().unit, "who=Nobody&capacity=&on=1+May+2030&words=&readers=Noone");
    for (const auto* words : {"Nobody here is called", "Say for which seat or office.",
                              "That day is still to come.", "Enter what is declared."})
        EXPECT_THAT(refused.body, HasSubstr(words));
    EXPECT_THAT(post(t().unit, "who=").body, HasSubstr("Say who declares."));
    EXPECT_EQ(post(t().reader, "who=Chief+Constable").status, 404);
    EXPECT_EQ(program.get(&t().reader, "/agencies/" + schools.str() + "/suitability/add").status,
              404);
}

TEST_F(Suitability, It_is_held_against_its_history) {
    kept();
    audit::Verdict sound;
    suitability::verify_declarations(t().db, sound);
    EXPECT_TRUE(sound.faults.empty());
    t().in_one_transaction([&] { t().db.execute("UPDATE declaration SET words = 'else'"); });
    audit::Verdict verdict;
    suitability::verify_declarations(t().db, verdict);
    EXPECT_EQ(verdict.faults.size(), 1u);
}

} // namespace
} // namespace openmasa
