#pragma once

#include <QString>
#include <QStringList>

namespace mooring {

/// What a form can offer of a source folder: read from its top and the folders directly below.
struct SourceContent
{
    QString folder;
    QString problem;              ///< sentence, when it is no folder that can be read
    QStringList scripts;          ///< *.py and *.sh, relative, those at the top first; at most 200
    QStringList environmentFiles; ///< requirements*.txt, environment*.yml …, relative, those at the top first
    bool more = false;            ///< there are more than are listed
};

/// Blocks: worker threads only. Reads names, no contents, of at most 100 folders and 2000 entries of each.
SourceContent readSourceContent(const QString &folder);

/// The script that is most likely meant: train.py, main.py, else the only one at the top; empty: cannot tell.
QString likelyScript(const QStringList &scripts);

} // namespace mooring
