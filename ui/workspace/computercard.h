#pragma once

#include "core/credentials/credentialstore.h"
#include "core/targets/targetkind.h"
#include "ui/widgets/card.h"
#include "ui/widgets/stateglyph.h"

class QVBoxLayout;

namespace mooring {

struct AppContext;
class CommandBox;
class Job;
class TextLabel;

/// What this computer has, from the last check of the target that is always there; checks it once when it never was.
class ComputerCard : public Card
{
    Q_OBJECT
public:
    explicit ComputerCard(const AppContext &context, QWidget *parent = nullptr);

    /// Reads again, in the background.
    void read();

private:
    void show(const std::optional<TargetRecord> &target);
    void addRow(Glyph glyph, const QString &what, const QString &state);
    void checkOnce(const QString &name);
    void showFix(const LadderReport &report);

    const AppContext &m_context;
    QVBoxLayout *m_rows;
    QWidget *m_fix;
    TextLabel *m_fixText;
    CommandBox *m_fixCommand;
    std::optional<CredentialStore::State> m_keychain;
    std::optional<TargetRecord> m_target;
    bool m_checked = false;
};

} // namespace mooring
