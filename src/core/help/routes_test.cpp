#include "core/help/module.hpp"
#include "store/test_database.hpp"
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace openmasa::help {
namespace {

using testing::HasSubstr;
using testing::Not;

/// What somebody who is not signed in reads at a path.
std::string page_at(std::string_view path) {
    store::TestDatabase test;
    store::Db db(test.database());
    http::Request request;
    request.path = path;
    Settings settings;
    settings.partnership = "Norfolk <b>& Partnership";
    settings.contacts.phone = "0344 800 8021";
    Context context{.request = request,
                    .db = db,
                    .settings = settings,
                    .scope = {},
                    .captures = {},
                    .form = {},
                    .secret = {}};
    for (const auto& route : module().routes)
        if (route.pattern == path && context.scope.may(route.permission))
            return route.handler(context).body;
    ADD_FAILURE() << path << " is not open to anyone";
    return {};
}

TEST(Help, Says_how_to_update_how_to_import_and_whom_to_ask) {
    const auto page = page_at("/help");
    EXPECT_THAT(page, HasSubstr("Update an action"));
    EXPECT_THAT(page, HasSubstr("Import a plan from Word"));
    EXPECT_THAT(page, HasSubstr("The business unit of Norfolk &lt;b&gt;&amp; Partnership."));
    EXPECT_THAT(page, HasSubstr("Its office is open Monday to Friday, 9am to 5pm."));
    EXPECT_THAT(page, HasSubstr("turn to the front door, telephone 0344 800 8021."));
}

TEST(Help, The_accessibility_statement_claims_no_more_than_is_known) {
    const auto page = page_at("/accessibility");
    EXPECT_THAT(page, HasSubstr("We therefore do not claim full compliance."));
    EXPECT_THAT(page, HasSubstr("No independent audit has been done"));
    EXPECT_THAT(page, Not(HasSubstr("<b>&")));
}

} // namespace
} // namespace openmasa::help
