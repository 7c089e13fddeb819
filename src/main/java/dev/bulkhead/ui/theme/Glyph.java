package dev.bulkhead.ui.theme;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignB;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignG;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignO;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;
import org.kordamp.ikonli.materialdesign2.MaterialDesignU;
import org.kordamp.ikonli.materialdesign2.MaterialDesignV;
import org.kordamp.ikonli.materialdesign2.MaterialDesignW;

/** Icon of the window, by what it means. */
public enum Glyph {
    ANCHOR(MaterialDesignA.ANCHOR),
    IMPORT(MaterialDesignI.IMPORT),
    HOME(MaterialDesignH.HOME_OUTLINE),
    PRINT(MaterialDesignP.PRINTER),
    PREFERENCES(MaterialDesignC.COG_OUTLINE),
    OPEN(MaterialDesignF.FOLDER_OPEN_OUTLINE),
    WINDOW(MaterialDesignO.OPEN_IN_NEW),
    RELOAD(MaterialDesignR.REFRESH),
    SAVE(MaterialDesignC.CONTENT_SAVE_OUTLINE),
    UNDO(MaterialDesignU.UNDO_VARIANT),
    REDO(MaterialDesignR.REDO_VARIANT),
    SEARCH(MaterialDesignM.MAGNIFY),
    MAP(MaterialDesignS.SITEMAP_OUTLINE),
    ZONES(MaterialDesignV.VIEW_GRID_OUTLINE),
    LANES(MaterialDesignF.FORMAT_LIST_BULLETED),
    MATRIX(MaterialDesignG.GRID),
    REACH(MaterialDesignG.GRAPH_OUTLINE),
    RULES(MaterialDesignG.GAVEL),
    PORTS(MaterialDesignE.ETHERNET),
    ADDRESSES(MaterialDesignI.IP_NETWORK_OUTLINE),
    FILES(MaterialDesignF.FILE_CODE_OUTLINE),
    STATUS(MaterialDesignC.CLIPBOARD_CHECK_OUTLINE),
    ADD(MaterialDesignP.PLUS),
    DELETE(MaterialDesignT.TRASH_CAN_OUTLINE),
    BACK(MaterialDesignC.CHEVRON_LEFT),
    EDIT(MaterialDesignP.PENCIL_OUTLINE),
    FIX(MaterialDesignA.AUTO_FIX),
    ERROR(MaterialDesignC.CLOSE_OCTAGON_OUTLINE),
    WARNING(MaterialDesignA.ALERT_OUTLINE),
    INFO(MaterialDesignI.INFORMATION_OUTLINE),
    GOAL(MaterialDesignF.FLAG_OUTLINE),
    DONE(MaterialDesignC.CHECK),
    DONE_CIRCLE(MaterialDesignC.CHECK_CIRCLE),
    FAILED(MaterialDesignC.CLOSE_CIRCLE_OUTLINE),
    RUNNING(MaterialDesignC.CIRCLE_SLICE_4),
    WAITING(MaterialDesignC.CIRCLE_OUTLINE),
    LATER(MaterialDesignC.CLOCK_OUTLINE),
    CURRENT(MaterialDesignC.CIRCLE),
    UNKNOWN(MaterialDesignC.CIRCLE_OFF_OUTLINE),
    PAUSE(MaterialDesignP.PAUSE),
    PLAY(MaterialDesignP.PLAY),
    STOP(MaterialDesignS.STOP),
    ROLL_BACK(MaterialDesignR.RESTORE),
    DOCUMENT(MaterialDesignF.FILE_DOCUMENT_OUTLINE),
    MANUAL(MaterialDesignB.BOOK_OPEN_PAGE_VARIANT_OUTLINE),
    COPY(MaterialDesignC.CONTENT_COPY),
    CUT(MaterialDesignC.CONTENT_CUT),
    PASTE(MaterialDesignC.CONTENT_PASTE),
    DUPLICATE(MaterialDesignC.CONTENT_DUPLICATE),
    SELECT_ALL(MaterialDesignS.SELECT_ALL),
    EXPORT(MaterialDesignE.EXPORT_VARIANT),
    NEXT(MaterialDesignC.CHEVRON_RIGHT),
    MORE(MaterialDesignD.DOTS_HORIZONTAL),
    DOWN(MaterialDesignC.CHEVRON_DOWN),
    UP(MaterialDesignC.CHEVRON_UP),
    DARK(MaterialDesignW.WEATHER_NIGHT),
    LIGHT(MaterialDesignW.WHITE_BALANCE_SUNNY),
    FILTER(MaterialDesignF.FILTER_OUTLINE),
    FIT(MaterialDesignF.FIT_TO_PAGE_OUTLINE),
    ZOOM_IN(MaterialDesignM.MAGNIFY_PLUS_OUTLINE),
    ZOOM_OUT(MaterialDesignM.MAGNIFY_MINUS_OUTLINE),
    ARRANGE(MaterialDesignV.VIEW_DASHBOARD_OUTLINE),
    INTERNAL(MaterialDesignL.LOCK_OUTLINE),
    EXPOSED(MaterialDesignE.EARTH),
    NETWORK(MaterialDesignL.LAN),
    SERVICE(MaterialDesignS.SERVER_NETWORK),
    ENGINE_GONE(MaterialDesignP.POWER_PLUG_OFF_OUTLINE),
    SHIELD(MaterialDesignS.SHIELD_CHECK_OUTLINE),
    GATE(MaterialDesignG.GATE),
    LEAVE(MaterialDesignL.LINK_OFF),
    CLOSE(MaterialDesignC.CLOSE),
    COMPARE(MaterialDesignF.FILE_COMPARE),
    HELP(MaterialDesignI.INFORMATION_OUTLINE);

    // The icon packs are enums themselves, which their common interface cannot say.
    @SuppressWarnings("ImmutableEnumChecker")
    private final Ikon ikon;

    Glyph(Ikon ikon) {
        this.ikon = ikon;
    }

    /** Returns the icon's code in its font. */
    public Ikon ikon() {
        return ikon;
    }

    /** Returns a new node that shows the icon. */
    public FontIcon icon() {
        return new FontIcon(ikon);
    }
}
