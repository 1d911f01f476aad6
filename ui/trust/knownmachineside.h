#pragma once

#include "ui/trust/knownmachine.h"

#include <QWidget>

class QVBoxLayout;

namespace mooring {

class Button;
class CommandBox;
class FactList;
class FingerprintBox;
class GlyphLabel;
class TextLabel;

/// The chosen record: whole fingerprint, where it stands, which targets have this key, the last runs that went there,
/// how to take it out.
class KnownMachineSide : public QWidget
{
    Q_OBJECT
public:
    explicit KnownMachineSide(QWidget *parent = nullptr);

    void setMachine(const KnownMachine *machine);
    FingerprintBox *fingerprint() const { return m_fingerprint; }

Q_SIGNALS:
    void targetWanted(const QString &target);
    void runWanted(const QString &run);
    void removeWanted();

private:
    void showRuns(const KnownMachine &machine);

    GlyphLabel *m_glyph;
    TextLabel *m_name;
    Button *m_open;
    FingerprintBox *m_fingerprint;
    Button *m_copy;
    FactList *m_facts;
    QWidget *m_runs;
    QVBoxLayout *m_runLines;
    TextLabel *m_forgetText;
    CommandBox *m_command;
    Button *m_remove;
    QString m_target;
};

} // namespace mooring
