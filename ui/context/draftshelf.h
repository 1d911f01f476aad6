#pragma once

#include "core/base/json.h"
#include "ui/widgets/stateglyph.h"

#include <QObject>

#include <vector>

namespace mooring {

class UiSettings;

/// What a wizard was told and has not done yet. Never holds a secret.
struct Draft
{
    enum class Group { Targets, Runs, Endpoints };
    QString route; ///< of its wizard; a wizard's route has at most one draft in each workspace
    Group group = Group::Targets;
    QString title; ///< as people read it in the tree
    QString icon;  ///< of the kind; may be empty
    Glyph glyph = Glyph::NotBegun;
    QString state;                ///< the word that goes with the glyph, translated
    Json content = Json::array(); ///< what the wizard needs to fill itself again
    QString workspace = {};       ///< it belongs to, as in OpenWorkspace: it stands in that tree only

    bool operator==(const Draft &) const = default;
};

/// The drafts of all wizards, for the tree and for the next start. Window's thread.
class DraftShelf : public QObject
{
    Q_OBJECT
public:
    /// Takes up what an earlier window left; the settings must outlive the shelf.
    explicit DraftShelf(UiSettings &settings, QObject *parent = nullptr);

    const std::vector<Draft> &drafts() const { return m_drafts; }
    /// `workspace`: as in Draft.
    const Draft *find(const QString &route, const QString &workspace = {}) const;
    /// New, or in place of the one with this route in its workspace.
    void put(const Draft &draft);
    void remove(const QString &route, const QString &workspace = {});

Q_SIGNALS:
    void changed();
    /// Somebody threw it away while its page may be open.
    void discarded(const QString &route, const QString &workspace);

private:
    void save();

    UiSettings &m_settings;
    std::vector<Draft> m_drafts;
};

} // namespace mooring
