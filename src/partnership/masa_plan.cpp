#include "partnership/masa_plan.hpp"
#include "kernel/enum_words.hpp"

namespace openmasa::partnership {
namespace {

constexpr EnumWords<MasaStage> stage_words[] = {
    {MasaStage::draft, "draft", "Draft"},
    {MasaStage::consultation, "consultation", "Out for consultation"},
    {MasaStage::sign_off, "sign_off", "For signature"},
    {MasaStage::signed_by_all, "signed", "Signed"},
    {MasaStage::published, "published", "Published"},
    {MasaStage::superseded, "superseded", "Superseded"},
    {MasaStage::withdrawn, "withdrawn", "Withdrawn"},
};
constexpr EnumWords<Consulted> consulted_words[] = {
    {Consulted::agency, "agency", "A relevant agency"},
    {Consulted::group, "group", "A group"},
    {Consulted::education, "education", "Schools, colleges, early years"},
    {Consulted::children, "children", "Children and young people"},
    {Consulted::families, "families", "Parents and families"},
    {Consulted::public_at_large, "public", "The public"},
    {Consulted::practitioners, "practitioners", "Practitioners"},
};
constexpr EnumWords<MasaCheck::Judged> judged_words[] = {
    {MasaCheck::Judged::met, "met", "Met"},
    {MasaCheck::Judged::explained, "explained", "Explained"},
};
static_assert(is_whole(stage_words, MasaStage::withdrawn));
static_assert(is_whole(consulted_words, Consulted::practitioners));
static_assert(is_whole(judged_words, MasaCheck::Judged::explained));

} // namespace

std::string_view to_text(MasaStage stage) {
    return words_of(stage_words, stage).text;
}
bool from_text(std::string_view text, MasaStage& stage) {
    return value_from(stage_words, text, stage);
}
std::string_view spoken(MasaStage stage) {
    return words_of(stage_words, stage).spoken;
}

std::string_view to_text(MasaCheck::Judged judged) {
    return words_of(judged_words, judged).text;
}
bool from_text(std::string_view text, MasaCheck::Judged& judged) {
    return value_from(judged_words, text, judged);
}

std::string_view to_text(Consulted who) {
    return words_of(consulted_words, who).text;
}
bool from_text(std::string_view text, Consulted& who) {
    return value_from(consulted_words, text, who);
}
std::string_view spoken(Consulted who) {
    return words_of(consulted_words, who).spoken;
}

} // namespace openmasa::partnership
