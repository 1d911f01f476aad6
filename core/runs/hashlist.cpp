#include "core/runs/hashlist.h"

namespace mooring {

namespace {

// sha256sum puts a backslash before lines whose name it escapes; with -z it would not, but not every host has that.
QByteArray unescaped(const QByteArray &name)
{
    QByteArray result;
    for (qsizetype i = 0; i < name.size(); ++i) {
        const bool escape = name[i] == '\\' && i + 1 < name.size();
        if (escape)
            ++i;
        result += escape && name[i] == 'n' ? '\n' : escape && name[i] == 'r' ? '\r' : name[i];
    }
    return result;
}

} // namespace

std::map<QByteArray, QString> parseHashList(const QByteArray &output)
{
    std::map<QByteArray, QString> hashes;
    for (QByteArray line : output.split('\n')) {
        const bool escaped = line.startsWith('\\');
        if (escaped)
            line = line.mid(1);
        if (line.size() < 69 || line.mid(66, 2) != "./")
            continue;
        const QByteArray name = line.mid(68);
        hashes[escaped ? unescaped(name) : name] = QString::fromLatin1(line.left(64));
    }
    return hashes;
}

} // namespace mooring
