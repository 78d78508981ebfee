#pragma once
// How the components are proved: govuk-frontend ships, for every component, its option sets with
// the HTML that each must give (fixtures.json). Ours must give the same, markup for markup.
//     TEST(Tag, Gives_the_same_markup_as_govuk_frontend) {
//         fixture::check_component("tag", [](const fixture::Options& options) {
//             return tag({.text = fixture::content(options)});
//         });
//     }
#include "web/html.hpp"
#include "web/ui/attributes.hpp"
#include "web/ui/content.hpp"
#include <functional>
#include <optional>
#include <rapidjson/document.h>
#include <string>
#include <string_view>
#include <vector>

namespace openmasa::ui::fixture {

using Options = rapidjson::Value;

/// The same markup in one way of writing it, a tag or a text a line: attributes sorted, entities
/// decoded, white space kept only where a browser shows it, boolean attributes and self-closing SVG
/// written one way. Throws std::invalid_argument on an entity that it does not know.
std::string normalised(std::string_view html);

/// Renders every fixture of the component, prints "tag: 12/12 fixtures" and fails with the first
/// differences. Without node_modules it fails: the packages are a requirement of the build.
void check_component(const std::string& component,
                     const std::function<Html(const Options&)>& render);

/// The same for a component of the Ministry of Justice. Its package has no fixtures, so that its
/// own templates say what they give (tests/fixtures/moj_oracle.mjs, run by node).
void check_moj_component(const std::string& component,
                         const std::function<Html(const Options&)>& render);

/// Fails, showing where they part, unless both are the same markup.
void expect_same_markup(const std::string& name, std::string_view expected, std::string_view got);

// Readers of options as the templates take them: what is absent, null or false reads as empty.

bool has(const Options& options, const char* key);
/// A string, or a number as it is written.
std::string text(const Options& options, const char* key);
/// The same with what the component says where the option is empty.
std::string text_or(const Options& options, const char* key, const char* otherwise);
std::optional<std::string> maybe_text(const Options& options, const char* key);
bool flag(const Options& options, const char* key);
std::optional<bool> maybe_flag(const Options& options, const char* key);
int number(const Options& options, const char* key, int otherwise = 0);
/// The option as markup of its own.
Html markup(const Options& options, const char* key);
/// The html option where there is one, else the text option, escaped.
Content content(const Options& options, const char* text_key = "text",
                const char* html_key = "html");
/// The same with what the component says where both are empty.
Content content_or(const Options& options, const char* otherwise);
Attributes attributes(const Options& options, const char* key = "attributes");
/// The object under that key, or an empty one.
const Options& object(const Options& options, const char* key);
/// The entries of the array under that key, without those that are null, false or "".
std::vector<const Options*> items(const Options& options, const char* key);

} // namespace openmasa::ui::fixture
