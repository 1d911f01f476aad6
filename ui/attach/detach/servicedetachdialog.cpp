#include "ui/attach/detach/servicedetachdialog.h"

using namespace Qt::StringLiterals;

namespace mooring {

ServiceDetachDialog::ServiceDetachDialog(const Facts &facts, QWidget *parent)
    : DecisionDialog(tr("Detach %1", "a target").arg(facts.target),
                     facts.isOwnRecord
                         ? tr("Mooring forgets it. Azure ML does not know of it, and nothing is sent there.")
                         : tr("Azure ML forgets it, with what it kept to sign in there. Its runs keep their history."),
                     parent)
{
    setObjectName(u"detachDialog"_s);
    addStatement(Glyph::LeftOut,
                 facts.isOwnRecord ? tr("Stays: the resource itself, with all that is on it.")
                                   : tr("Stays: the resource itself, with all that is on it. Only “Detach” is sent."));
    for (const QString &sentence : facts.left)
        addStatement(Glyph::Warning, tr("Stays: %1", "a sentence").arg(sentence));
    if (facts.keepsSecrets)
        addStatement(Glyph::Good, tr("Goes from the keychain of this computer: secrets that were kept for it."));
    setDanger(tr("Detach"));
}

} // namespace mooring
