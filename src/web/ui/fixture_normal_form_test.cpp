#include "web/ui/fixture_test.hpp"
#include <algorithm>
#include <cctype>
#include <gtest/gtest.h>
#include <map>
#include <set>
#include <stdexcept>

namespace openmasa::ui::fixture {
namespace {

using Names = std::set<std::string_view>;

// How a browser lays an element out unless told otherwise decides which white space is seen.
const Names inline_elements{"a",      "abbr",  "b",    "cite",   "code", "del", "em",    "i",
                            "kbd",    "label", "mark", "output", "q",    "s",   "small", "span",
                            "strong", "sub",   "sup",  "time",   "u",    "var"};
const Names inline_boxes{"button", "meter", "progress", "select", "svg", "textarea"};
const Names inline_voids{"img", "input"};
const Names raw_elements{"script", "style", "textarea"};
const Names boolean_attributes{"autofocus",  "checked", "disabled", "hidden",   "multiple",
                               "novalidate", "open",    "readonly", "required", "selected"};
const std::map<std::string_view, std::string_view> entities{
    {"amp", "&"},       {"lt", "<"},         {"gt", ">"},         {"quot", "\""},
    {"apos", "'"},      {"nbsp", "\u00a0"},  {"ctdot", "\u22ef"}, {"hellip", "\u2026"},
    {"copy", "\u00a9"}, {"times", "\u00d7"}, {"ndash", "\u2013"}, {"mdash", "\u2014"}};

bool is_space(char letter);
std::string decoded(std::string_view text);
std::string entity(std::string_view name);
std::string utf8(unsigned long code);
std::string one_spaced(std::string_view text);
std::string replaced(std::string text, char what, std::string_view with);

struct Tag {
    std::string name;
    bool closes = false, closes_itself = false;
    std::map<std::string, std::string> attributes;
};

/// Reads tag by tag and text by text, and writes a line for each.
class NormalForm {
public:
    explicit NormalForm(std::string_view html) : rest_(html) {}
    std::string written();

private:
    void read_comment();
    void read_tag();
    void read_attribute(Tag& tag);
    std::string attribute_value();
    void read_text();
    void read_raw_text(const std::string& element);
    void lay_out(const Tag& tag);
    bool is_box(const Tag& tag);
    void end_run();
    void write(const Tag& tag);
    std::string_view take(std::size_t count);
    void skip_spaces();

    std::string_view rest_;
    std::vector<std::string> lines_;
    bool at_edge_ = true;       // white space here would be the first of its run, or follow another
    std::size_t last_text_ = 0; // one past the line of the run's last text; nought: no text yet
    int svg_depth_ = 0;
    bool in_box_link_ = false;
};

std::string NormalForm::written() {
    while (!rest_.empty()) {
        const char next = rest_.size() > 1 ? rest_[1] : ' ';
        if (rest_.starts_with("<!--"))
            read_comment();
        else if (rest_[0] == '<' && (std::isalpha(next) || next == '/'))
            read_tag();
        else
            read_text();
    }
    end_run();
    std::string text;
    for (const auto& line : lines_) {
        if (!line.empty()) text += line + "\n";
    }
    return text;
}

void NormalForm::read_comment() {
    const auto end = rest_.find("-->");
    lines_.push_back(one_spaced(take(end == rest_.npos ? end : end + 3)));
}

void NormalForm::read_tag() {
    Tag tag;
    take(1);
    tag.closes = rest_[0] == '/';
    if (tag.closes) take(1);
    tag.name = take(std::min(rest_.find_first_of(" \t\r\n/>"), rest_.size()));
    std::transform(tag.name.begin(), tag.name.end(), tag.name.begin(), ::tolower);
    for (skip_spaces(); !rest_.empty() && rest_[0] != '>'; skip_spaces()) read_attribute(tag);
    take(1);
    lay_out(tag);
    write(tag);
    if (!tag.closes && raw_elements.contains(tag.name)) read_raw_text(tag.name);
}

void NormalForm::read_attribute(Tag& tag) {
    if (rest_[0] == '/') {
        tag.closes_itself = true;
        take(1);
        return;
    }
    const std::string name(take(std::min(rest_.find_first_of(" \t\r\n=/>", 1), rest_.size())));
    skip_spaces();
    auto value = attribute_value();
    if (name == "class") value = one_spaced(value);
    if (boolean_attributes.contains(name) && value == name) value.clear();
    if (!tag.attributes.emplace(name, value).second) tag.attributes["(twice) " + name] = value;
}

std::string NormalForm::attribute_value() {
    if (rest_.empty() || rest_[0] != '=') return "";
    take(1);
    skip_spaces();
    if (rest_.empty() || (rest_[0] != '"' && rest_[0] != '\'')) {
        return decoded(take(std::min(rest_.find_first_of(" \t\r\n>"), rest_.size())));
    }
    const char quote = take(1)[0];
    const auto value = decoded(take(rest_.find(quote)));
    take(1);
    return value;
}

void NormalForm::read_text() {
    const auto found = decoded(take(rest_.find('<', 1)));
    std::string seen;
    for (const char letter : found) {
        if (!is_space(letter))
            seen += letter;
        else if (!at_edge_)
            seen += ' ';
        at_edge_ = is_space(letter);
    }
    if (seen.empty()) return;
    lines_.push_back('"' + seen + '"');
    last_text_ = lines_.size();
}

void NormalForm::read_raw_text(const std::string& element) {
    if (rest_.starts_with('\n')) take(1); // the first line break of a textarea is not its content
    const auto text = decoded(take(rest_.find("</" + element)));
    if (!text.empty()) lines_.push_back('"' + replaced(text, '\n', "\\n") + '"');
}

/// What the tag does to the run of text that it interrupts.
void NormalForm::lay_out(const Tag& tag) {
    if (tag.name == "svg") svg_depth_ += tag.closes ? -1 : 1;
    if (is_box(tag)) {
        if (tag.closes) end_run();
        last_text_ = 0;
        at_edge_ = !tag.closes;
    } else if (inline_voids.contains(tag.name)) {
        last_text_ = 0;
        at_edge_ = false;
    } else if (!inline_elements.contains(tag.name)) {
        end_run();
    }
}

/// A link that looks like a button is laid out like one.
bool NormalForm::is_box(const Tag& tag) {
    const bool was_in_box_link = in_box_link_;
    if (tag.name == "a") in_box_link_ = !tag.closes && tag.attributes.contains("role");
    return inline_boxes.contains(tag.name) ||
           (tag.name == "a" && (in_box_link_ || was_in_box_link));
}

/// White space at the end of a run is not seen.
void NormalForm::end_run() {
    if (last_text_ > 0) {
        auto& line = lines_[last_text_ - 1];
        if (line.ends_with(" \"")) line.erase(line.size() - 2, 1);
        if (line == "\"\"") line.clear();
    }
    last_text_ = 0;
    at_edge_ = true;
}

void NormalForm::write(const Tag& tag) {
    std::string line = (tag.closes ? "</" : "<") + tag.name;
    for (const auto& [name, value] : tag.attributes) {
        line += ' ' + name + "=\"" + replaced(replaced(value, '"', "&quot;"), '\n', "\\n") + '"';
    }
    lines_.push_back(line + '>');
    if (svg_depth_ > 0 && tag.closes_itself) lines_.push_back("</" + tag.name + '>');
}

std::string_view NormalForm::take(std::size_t count) {
    const auto taken = rest_.substr(0, count);
    rest_.remove_prefix(taken.size());
    return taken;
}

void NormalForm::skip_spaces() {
    while (!rest_.empty() && is_space(rest_[0])) take(1);
}

bool is_space(char letter) {
    return letter == ' ' || letter == '\n' || letter == '\t' || letter == '\r';
}

std::string decoded(std::string_view text) {
    std::string plain;
    for (auto at = text.find('&'); at != text.npos; at = text.find('&')) {
        plain += text.substr(0, at);
        text.remove_prefix(at + 1);
        const auto end = text.find_first_not_of(
            "#0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");
        const bool is_entity = end != text.npos && end > 0 && text[end] == ';';
        plain += is_entity ? entity(text.substr(0, end)) : "&";
        if (is_entity) text.remove_prefix(end + 1);
    }
    return plain += text;
}

std::string entity(std::string_view name) {
    if (name.starts_with("#x")) return utf8(std::stoul(std::string(name.substr(2)), nullptr, 16));
    if (name.starts_with("#")) return utf8(std::stoul(std::string(name.substr(1))));
    const auto found = entities.find(name);
    if (found == entities.end()) {
        throw std::invalid_argument("the test knows no entity &" + std::string(name) + ";");
    }
    return std::string(found->second);
}

std::string utf8(unsigned long code) {
    const auto tail = [&](int shift) { return static_cast<char>(0x80 | (code >> shift & 0x3f)); };
    const auto head = [&](int mark, int shift) { return static_cast<char>(mark | code >> shift); };
    if (code < 0x80) return {static_cast<char>(code)};
    if (code < 0x800) return {head(0xc0, 6), tail(0)};
    if (code < 0x10000) return {head(0xe0, 12), tail(6), tail(0)};
    return {head(0xf0, 18), tail(12), tail(6), tail(0)};
}

std::string one_spaced(std::string_view text) {
    std::string line;
    for (const char letter : text) {
        if (!is_space(letter))
            line += letter;
        else if (!line.empty() && line.back() != ' ')
            line += ' ';
    }
    if (line.ends_with(' ')) line.pop_back();
    return line;
}

std::string replaced(std::string text, char what, std::string_view with) {
    for (auto at = text.find(what); at != text.npos; at = text.find(what, at + with.size())) {
        text.replace(at, 1, with);
    }
    return text;
}

bool same(std::string_view one, std::string_view other) {
    return normalised(one) == normalised(other);
}

} // namespace

std::string normalised(std::string_view html) {
    return NormalForm(html).written();
}

TEST(NormalForm, Ways_of_writing_the_same_markup_are_the_same) {
    EXPECT_TRUE(same("<p id=a class='x  y'>A</p>", "<p class=\"x y\"\n  id=\"a\" >A</p>"));
    EXPECT_TRUE(same("<P>A</P>", "<p>A</p>"));
    EXPECT_TRUE(same("<b>it&#39;s</b>", "<b>it&#x27;s</b>"));
    EXPECT_TRUE(same("<b title=\"&quot;'\">&apos;</b>", "<b title='\"&#39;'>'</b>"));
    EXPECT_TRUE(same("<details open>", "<details open=\"open\">"));
    EXPECT_TRUE(same("<input disabled>", "<input disabled=\"\"/>"));
    EXPECT_TRUE(same("<svg><path d='m1'/></svg>", "<svg>\n<path d='m1'></path></svg>"));
    EXPECT_TRUE(same("&ctdot;", "\u22ef"));
}

TEST(NormalForm, White_space_that_is_not_seen_does_not_count) {
    EXPECT_TRUE(same("<ul>\n  <li>\n    A\n    b\n  </li>\n</ul>\n", "<ul><li>A b</li></ul>"));
    EXPECT_TRUE(same("<li> <a href='/'> A </a> </li>", "<li><a href='/'>A</a></li>"));
    EXPECT_TRUE(same("<p>A <b> B</b></p>", "<p>A <b>B</b></p>"));
    EXPECT_TRUE(same("<button> A </button>", "<button>A</button>"));
    EXPECT_TRUE(same("<a role='button'> A </a> B", "<a role='button'>A</a> B"));
}

TEST(NormalForm, White_space_that_is_seen_counts) {
    EXPECT_FALSE(same("<p>A <b>B</b></p>", "<p>A<b>B</b></p>"));
    EXPECT_FALSE(same("<p>Next<span> page</span></p>", "<p>Next<span>page</span></p>"));
    EXPECT_FALSE(same("<p><b>A</b> <i>B</i></p>", "<p><b>A</b><i>B</i></p>"));
    EXPECT_FALSE(same("<p>A<a> B </a> C</p>", "<p>A<a>B</a> C</p>"));
    EXPECT_FALSE(same("<p><a role='button'>A</a> B</p>", "<p><a role='button'>A</a>B</p>"));
    EXPECT_FALSE(same("<p><input> A</p>", "<p><input>A</p>"));
    EXPECT_FALSE(same("<p><svg></svg> A</p>", "<p><svg></svg>A</p>"));
    EXPECT_FALSE(same("<textarea> A</textarea>", "<textarea>A</textarea>"));
    EXPECT_FALSE(same("<p>A&nbsp;B</p>", "<p>A B</p>"));
}

TEST(NormalForm, What_differs_is_noticed) {
    EXPECT_FALSE(same("<b class='tag tag--late'>A</b>", "<b class='tag'>A</b>")); // a class
    EXPECT_FALSE(same("<b class='tag'>A</b>", "<b>A</b>"));                       // an attribute
    EXPECT_FALSE(same("<b id='1'>A</b>", "<b id='2'>A</b>"));                     // a value
    EXPECT_FALSE(same("<b>Late</b>", "<b>late</b>"));                             // text
    EXPECT_FALSE(same("<b>A</b>", "<i>A</i>"));                                   // an element
    EXPECT_FALSE(same("<b>A</b>", "<b>A"));                                       // an end
    EXPECT_FALSE(same("<b>&lt;i&gt;</b>", "<b><i></b>"));                         // escaping
    EXPECT_FALSE(same("<b>&amp;lt;</b>", "<b>&lt;</b>"));                         // escaping twice
    EXPECT_FALSE(same("<b title='a b'>A</b>", "<b title='a  b'>A</b>")); // spaces in a value
    EXPECT_FALSE(same("<b id='1' id='1'>A</b>", "<b id='1'>A</b>"));     // an attribute twice
    EXPECT_FALSE(same("<b><!-- note -->A</b>", "<b>A</b>"));             // a comment
    EXPECT_FALSE(same("<details open>", "<details open='false'>"));
}

TEST(NormalForm, An_entity_that_it_does_not_know_is_an_error) {
    EXPECT_THROW(normalised("&unheard;"), std::invalid_argument);
}

} // namespace openmasa::ui::fixture
