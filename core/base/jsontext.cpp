#include "core/base/jsontext.h"

namespace mooring {

bool isTooDeep(QByteArrayView json, int most)
{
    int depth = 0;
    bool inText = false;
    for (qsizetype i = 0; i < json.size(); ++i) {
        const char c = json[i];
        if (inText) {
            if (c == '\\')
                ++i;
            else if (c == '"')
                inText = false;
        } else if (c == '"') {
            inText = true;
        } else if ((c == '{' || c == '[') && ++depth > most) {
            return true;
        } else if (c == '}' || c == ']') {
            --depth;
        }
    }
    return false;
}

Json readJson(QByteArrayView text)
{
    return isTooDeep(text) ? Json(Json::value_t::discarded) : Json::parse(text.begin(), text.end(), nullptr, false);
}

} // namespace mooring
