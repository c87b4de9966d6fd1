"""Which row or test shows which fault of the list, and which number that we hold ourselves to.

The list is that of the faults an office PC meets (F01 to F60, but for those of packets between PCs, F38, F58, F59) and
of the figures aimed for (N1 to N24). ``SHOWN`` names rows of ``table`` (``row:NAME``) and tests (``FILE::NAME``);
``GAPS`` names what nothing shows yet, or not wholly, and why; it may name what is shown in part. A test holds both
together whole: a fault that stands in neither, or a test that is not there, is red.
"""

from collections.abc import Mapping, Sequence

FAULTS = tuple(f"F{n:02d}" for n in range(1, 61) if n not in {38, 58, 59})
NUMBERS = tuple(f"N{n}" for n in range(1, 25))

SHOWN: Mapping[str, Sequence[str]] = {
    # crash and power
    "F01": ("row:pernyataan", "row:pekerjaan"),
    "F02": (
        "row:kapan_saja",
        "storage/test_killed.py::test_a_killed_program_loses_no_acknowledged_step_and_leaves_no_half_one",
    ),
    "F03": ("row:kembali", "row:pekerjaan"),
    "F04": ("row:listrik", "row:listrik_pekerjaan"),
    "F05": ("row:disk_bohong", "services/test_restore.py::test_a_wrecked_office_comes_back_with_the_sheet"),
    "F06": (
        "row:listrik_pekerjaan",
        "exchange/test_buku_kinerja_write.py::test_the_old_file_stands_where_the_new_one_cannot_be_written",
    ),
    "F07": (
        "ui/entry/test_entry.py::test_leaving_the_page_keeps_what_was_typed_in_the_last_moment",
        "ui/entry/test_entry.py::test_what_is_being_typed_is_kept_before_it_is_taken",
        "ui/test_app.py::test_the_end_of_the_session_of_the_pc_keeps_what_is_being_typed",
        "services/test_recovery.py::test_what_was_typed_in_a_session_that_broke_off_is_counted",
    ),
    # space and media
    "F08": (
        "row:disk_penuh",
        "row:disk_penuh_pekerjaan",
        "storage/test_faults.py::test_a_full_disk_loses_nothing_and_work_goes_on_when_there_is_room",
        "storage/test_faults.py::test_room_put_by_is_given_up_once_for_the_last_work",
    ),
    "F09": ("storage/test_faults.py::test_an_office_on_a_full_disk_opens_and_reads",),
    "F10": ("row:galat_io", "storage/test_database.py::test_after_a_fault_of_the_disk_the_file_is_read_anew"),
    "F11": ("row:dicabut",),
    "F12": (
        "services/test_backup.py::test_missing_room_is_told_with_its_size_before_anything_is_written",
        "services/test_backup.py::test_a_folder_that_cannot_be_written_is_told",
        "services/test_backup.py::test_a_flashdisk_that_is_not_plugged_in_is_told",
        "exchange/test_cadangan.py::test_a_read_only_place_is_told",
    ),
    "F13": ("row:palsu", "exchange/test_cadangan.py::test_a_stick_that_only_pretends_to_write_is_found_out"),
    "F14": (
        "exchange/test_cadangan.py::test_progress_is_told_for_writing_and_reading_back",
        "ui/backup/test_backup_tab.py::test_a_copy_is_written_read_back_and_listed",
    ),
    # corruption
    "F15": (
        "row:bit",
        "row:halaman",
        "row:berkas",
        "services/test_damaged.py::test_a_damaged_draft_is_used_by_nobody_and_stops_nobody",
    ),
    "F16": (
        "row:ekor",
        "services/test_lost_mark.py::test_a_lost_mark_is_told_recorded_and_made_anew",
        "storage/test_high_water.py::test_a_cut_tail_shows_and_stays_visible_while_work_goes_on",
    ),
    "F17": ("row:salinan", "row:uji_pulih", "exchange/test_cadangan.py::test_a_file_cut_anywhere_is_refused"),
    "F18": (
        "golden/test_golden.py::test_an_upgrade_keeps_every_row_and_every_file",
        "golden/test_golden.py::test_a_container_of_that_program_comes_back_by_the_command_as_it_was_written",
        "services/test_restore.py::test_a_copy_of_an_older_program_is_brought_up_to_date",
    ),
    "F19": (
        "storage/test_gate.py::test_a_newer_office_is_refused_with_not_one_byte_changed",
        "storage/test_gate.py::test_a_newer_number_that_stands_only_in_the_wal_is_refused_too",
    ),
    "F20": ("storage/test_gate.py::test_a_file_that_is_not_ours_is_refused_and_not_touched",),
    "F21": (
        "row:pekerjaan",
        "row:listrik_pekerjaan",
        "storage/test_migrations.py::test_an_upgrade_that_fails_leaves_the_old_office",
    ),
    "F22": (
        "services/test_backup.py::test_an_office_with_findings_is_not_backed_up_as_if_sound",
        "services/test_backup_copies.py::test_an_office_with_findings_keeps_its_good_copies",
        "services/test_stopping.py::test_an_edited_row_stops_writing_and_says_which",
    ),
    # concurrency and place
    "F23": ("row:kedua", "storage/test_gate.py::test_a_second_process_is_told_at_once_that_the_office_is_open"),
    "F24": (
        "storage/test_gate.py::test_what_a_dead_process_left_does_no_harm",
        "storage/test_database.py::test_threads_take_turns_and_no_act_is_lost",
    ),
    "F25": (
        "storage/test_place.py::test_the_kind_of_file_system_decides",
        "storage/test_place.py::test_an_unsafe_place_is_refused_before_anything_is_made",
        "storage/test_place.py::test_cloud_folders_are_known_by_their_variable",
        "storage/test_place.py::test_the_kind_and_the_label_of_a_drive_decide_on_windows",
    ),
    "F26": ("row:sekaligus",),
    "F27": (
        "services/test_review.py::test_only_the_version_on_the_screen_is_decided",
        "services/test_reports.py::test_a_draft_that_somebody_else_changed_is_not_overwritten",
    ),
    # time
    "F28": (
        "row:jam",
        "services/test_history.py::test_a_clock_that_went_back_is_flagged_and_refuses_nothing",
        "services/test_auth.py::test_a_clock_before_the_last_act_is_told_once",
        "services/test_history.py::test_an_act_dated_before_an_earlier_one_keeps_its_place_and_is_marked",
    ),
    "F29": (
        "row:jam",
        "services/test_backup_copies.py::test_a_clock_that_jumps_ten_years_drops_no_more_than_one_day_does",
    ),
    "F30": ("row:jam", "domain/test_kalender.py::test_moments_of_any_zone_are_read_in_the_office_zone"),
    # people
    "F31": (
        "sec/test_permits.py::test_no_use_case_is_undeclared",
        "sec/test_matrix.py::test_it_is_what_happens_and_a_refusal_changes_nothing",
    ),
    "F32": (
        "sec/test_maker_checker.py::test_nobody_approves_what_he_handed_in",
        "sec/test_permits.py::test_a_role_that_was_closed_meanwhile_ends_at_once_also_for_reading",
    ),
    "F33": (
        "services/test_auth.py::test_at_most_twenty_guesses_are_looked_at_in_the_first_hour",
        "services/test_auth.py::test_at_most_a_hundred_guesses_are_looked_at_in_a_day_and_others_get_in",
    ),
    "F34": (
        "ui/test_idle.py::test_it_tells_after_the_time_without_input",
        "ui/test_app.py::test_the_same_person_finds_his_page_again_after_the_lock",
    ),
    "F35": ("services/test_password_help.py::test_two_officials_give_a_code_with_which_a_new_password_is_made",),
    # tampering
    "F36": (
        "row:sunting",
        "services/test_integrity_sweep.py::test_an_edit_of_any_column_is_found",
        "services/test_integrity_sweep.py::test_a_cell_that_became_another_kind_is_found",
    ),
    "F37": (
        "services/test_anchors.py::test_any_copy_shows_a_history_that_was_written_anew",
        "services/test_anchors.py::test_without_an_anchor_nothing_is_found_and_it_is_said_what_cannot_be_proved",
    ),
    # files from outside
    "F39": (
        "services/test_program_files.py::test_a_file_of_the_same_length_with_another_content_shows",
        "services/test_program_files.py::test_code_that_was_not_delivered_shows",
        "test_surroundings.py::test_foreign_folders_of_plug_ins_and_modules_are_dropped",
        "test_surroundings.py::test_windows_looks_for_libraries_in_own_folders",
    ),
    "F40": (
        "exchange/test_hostile.py::test_hostile",
        "exchange/test_hostile.py::test_a_refusal_takes_little_memory_and_touches_nothing",
    ),
    "F41": (
        "exchange/test_xlsx.py::test_too_many_rows_and_columns_are_refused_by_the_name_of_the_sheet",
        "exchange/test_xlsx.py::test_blank_cells_far_away_do_no_harm",
    ),
    "F42": ("row:buku", "fault/test_fuzz_buku.py::test_no_mutant_crashes_hangs_or_changes_a_refused_office"),
    "F43": (
        "exchange/test_cadangan.py::test_members_unlike_the_manifest_are_damage",
        "exchange/test_cadangan.py::test_a_link_is_never_followed",
    ),
    "F44": (
        "documents/test_formula_injection.py::test_words_stay_words",
        "documents/test_formula_injection.py::test_every_writer_is_known_here",
    ),
    "F45": (
        "row:muatan",
        "row:teks",
        "fault/test_service_texts.py::test_every_use_case_that_takes_a_text_is_taken_with_a_harmless_one",
    ),
    "F46": (
        "documents/test_text.py::test_markup_is_printed_as_it_was_typed",
        "documents/test_text.py::test_paragraphs_are_built_in_the_gate_alone",
    ),
    # output
    "F47": ("ui/test_printer.py::test_a_silent_printer_is_told_and_may_be_tried_again",),
    "F48": (
        "ui/test_theme.py::test_a_damaged_face_of_the_window_is_told_with_its_file",
        "documents/test_fonts.py::test_a_damaged_face_is_told_with_its_file",
        "documents/test_fonts.py::test_a_missing_face_is_told_with_its_file",
        "documents/test_text.py::test_letters_that_the_face_lacks_are_named",
    ),
    "F49": (
        "documents/test_papers.py::test_four_thousand_letters_are_printed_whole",
        "documents/test_tables.py::test_cell_taller_than_two_thirds_of_a_page_goes_over_in_lines",
    ),
    "F50": (
        "row:pulang",
        "services/test_letters.py::test_an_office_made_of_letters_apart_holds_none",
        "services/test_letters.py::test_its_own_workbook_changes_nothing",
        "services/test_hidden_signs.py::test_a_name_with_such_a_sign_is_refused_by_its_label",
        "fault/test_service_texts.py::test_signs_that_nobody_sees_are_kept_in_what_is_said_alone",
        "exchange/test_buku_kinerja.py::test_signs_that_nobody_sees_are_refused_in_a_name",
        "documents/test_text.py::test_letters_that_the_face_lacks_are_named",
        "documents/test_text.py::test_signs_that_show_nothing_are_dropped",
        "exchange/test_buku_kinerja_write.py::test_any_book_comes_back",
    ),
    # size and environment
    "F51": ("row:sepuluh_tahun",),
    "F52": ("storage/test_gate.py::test_an_office_that_may_not_be_written_is_read",),
    "F53": (
        "fault/test_places.py::test_an_office_lives_under_any_name",
        "storage/test_surroundings.py::test_an_office_is_made_used_backed_up_and_tried_there",
    ),
    "F54": (
        "row:memori",
        "storage/test_surroundings.py::test_what_asks_for_too_much_memory_is_refused_and_the_office_works_on",
        "storage/test_surroundings.py::test_a_work_that_runs_out_of_memory_in_the_middle_leaves_nothing_half",
    ),
    "F55": (
        "test_renaming.py::test_a_file_held_for_a_moment_is_put_in_its_place",
        "test_renaming.py::test_a_file_that_stays_held_is_told_within_a_second_and_nothing_is_lost",
    ),
    "F56": ("resources/test_bundle.py::test_the_bundle_is_one_folder_and_nothing_in_it_is_packed",),
    "F57": (
        "services/test_backup_status.py::test_days_are_counted_on_which_somebody_worked",
        "services/test_backup_status.py::test_leaving_asks_only_when_it_is_due_and_something_was_changed",
    ),
    "F60": (
        "sec/test_leaks.py::test_a_report_of_a_fault_tells_places_in_the_code_and_nothing_of_people",
        "sec/test_leaks.py::test_work_copies_and_refusals_leave_nothing_that_tells",
    ),
    # numbers
    "N1": ("row:pernyataan", "row:pekerjaan"),
    "N2": ("row:kapan_saja",),
    "N3": ("row:listrik", "row:disk_bohong"),
    "N4": ("row:kembali", "row:bertumpuk"),
    "N5": ("row:disk_penuh", "row:disk_penuh_pekerjaan"),
    "N6": ("row:dicabut", "row:palsu", "row:tak_utuh"),
    "N7": ("row:bit", "row:halaman"),
    "N8": ("row:salinan", "row:uji_pulih"),
    "N9": ("row:sunting",),
    "N10": ("row:buku",),
    "N11": (
        "exchange/test_hostile.py::test_the_corpus_is_large_and_its_names_are_unlike",
        "documents/test_formula_injection.py::test_words_stay_words",
    ),
    "N12": (
        "sec/test_matrix.py::test_it_is_what_happens_and_a_refusal_changes_nothing",
        "sec/test_permits.py::test_every_use_case_about_a_berkas_stands_in_the_matrix",
    ),
    "N13": ("row:sekaligus",),
    "N15": ("row:mutan", "fault/test_rows.py::test_every_mutant_still_edits_the_program_in_one_place"),
    "N18": ("row:kedua",),
    "N19": (
        "services/test_auth.py::test_at_most_twenty_guesses_are_looked_at_in_the_first_hour",
        "services/test_auth.py::test_at_most_a_hundred_guesses_are_looked_at_in_a_day_and_others_get_in",
    ),
    "N20": ("row:jam",),
    "N21": ("row:sepuluh_tahun",),
    "N22": (
        "golden/test_golden.py::test_a_container_of_that_program_comes_back_by_the_command_as_it_was_written",
        "storage/test_gate.py::test_a_newer_office_is_refused_with_not_one_byte_changed",
    ),
    "N23": ("sec/test_leaks.py::test_work_copies_and_refusals_leave_nothing_that_tells",),
    "N24": ("fault/test_matrix.py::test_every_fault_and_number_is_shown_or_a_named_gap",),
}

GAPS: Mapping[str, str] = {
    "F56": "what a virus scanner says of the bundle is seen on Windows alone",
    "N14": "packets between PCs are not built",
    "N16": "the start is a figure of the benchmark, on this machine and not on a disk of an old PC",
    "N17": "the longest gap of the window is a figure of the benchmark, on this machine and not on an old PC",
}


def gaps() -> Sequence[str]:
    """The gaps in words, for README."""
    return [f"{name}: {why}" for name, why in GAPS.items()]
