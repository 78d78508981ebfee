#pragma once
// What a file is, told from its first bytes, never from its name.
#include <string_view>

namespace openmasa::files {

struct Type {
    std::string_view media;  // "application/pdf"
    std::string_view spoken; // "PDF"
    /// Something that a machine would run.
    bool is_program = false;
};

const Type& type_of(std::string_view content);
/// For a media type that was told before; the type of an unknown file when it is none of ours.
std::string_view spoken_type(std::string_view media);

} // namespace openmasa::files
