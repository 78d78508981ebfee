#pragma once
// Tells what a file is that is not a Word file, so that the refusal can say so.
#include <string>
#include <string_view>

namespace openmasa::word {

/// "This is a picture, not a Word file. Save the [plan] as .docx and choose it
/// again." Empty when the bytes are a zip archive, as every Word file is.
std::string why_not_an_archive(std::string_view bytes);

/// The same for an archive that holds no Word document, from whether it has a part of that name:
/// a workbook, a presentation, an OpenDocument file, or any other zip file.
template<class HasPart> std::string why_not_word(const HasPart& has) {
    if (has("xl/workbook.xml") || has("xl/workbook.bin"))
        return "This is an Excel workbook, not a Word file. Copy the [plan]'s "
               "tables into a Word "
               "file, save it as .docx and choose it again.";
    if (has("ppt/presentation.xml"))
        return "This is a PowerPoint presentation, not a Word file. Copy the "
               "[plan]'s tables into a "
               "Word file, save it as .docx and choose it again.";
    if (has("content.xml") && has("mimetype"))
        return "This is an OpenDocument file, not a Word file. Open it, save it as a Word document "
               "(.docx) and choose it again.";
    return "This is a zip file without a Word document in it. Unpack it and choose the .docx file.";
}

} // namespace openmasa::word
